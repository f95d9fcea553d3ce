import * as l10n from '@vscode/l10n';
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import {
  afterPhase,
  comparePositions,
  lastPhase,
  shownRound,
  type Position,
} from '../../../src/shared/domain/phases';
import type { Region } from '../../../src/shared/domain/regions';
import type { RunFrame, RunStart } from '../../../src/shared/wire/run';
import { MotionGroup, prefersReducedMotion } from '../../ui/motion';
import { playPhase } from './choreography/playPhase';
import { phaseDuration } from './choreography/durations';
import { Desk } from './Desk';
import { Feedback } from './Feedback';
import { Museum } from './Museum';
import { ChooseRegionContext } from './RegionFrame';
import { Studio } from './Studio';
import { Verdict } from './Verdict';
import { cardsOf, type CardView } from './view/cards';
import { hasHints, sceneOf } from './view/scene';
import { FOCUSED_BY_POINTER } from '../transport/focusOrigin';

export interface StageProps {
  /** Absent while the worker prepares: the real layout, with outlines where pictures will be. */
  readonly start: RunStart | undefined;
  readonly frame: RunFrame | undefined;
  /** `none`: reduced motion or fast play. */
  readonly motion: 'full' | 'none';
  /** How many times as long the motion takes. */
  readonly slowness: number;
  /** A region's heading was chosen. */
  readonly onChooseRegion: (region: Region) => void;
  /** The button of the very first view, "Watch the first round"; absent where there is nothing to invite to. */
  readonly onFirstRound: (() => void) | undefined;
  /** The phase's motion is over; called at once when there is none. */
  readonly onMotionEnd?: () => void;
}

/** The studio, drawn from one frame of a run. Stepping from frame to frame is acted out, one phase at a time. */
export function Stage(props: StageProps): JSX.Element {
  const { start, frame, onChooseRegion, onFirstRound } = props;
  const stage = useRef<HTMLDivElement>(null);
  const scene = sceneOf(frame);
  const cards = useMemo(() => cardsOf(frame), [frame]);
  useMotion(stage, props, cards);

  const size = frame?.fixedSamples.size ?? start?.collectionPictures.size ?? DEFAULT_PICTURE_SIZE;
  const firstRound = (frame?.position.round ?? 0) === 0;
  return (
    <ChooseRegionContext.Provider value={onChooseRegion}>
      <div
        id="stage"
        ref={stage}
        role="group"
        aria-label={l10n.t('The stage')}
        data-scene={scene}
        style={{ '--pixels': size }}
        onKeyDown={walkHeadings}
      >
        <div class={`scene ${firstRound ? 'first-round-of-all' : ''}`}>
          <Museum pictures={start?.collectionPictures} firstRound={firstRound} />
          <Studio frame={frame} scene={scene} />
          <Desk frame={frame} scene={scene} cards={cards} />
          <Verdict prepared={start !== undefined} scene={scene} cards={cards} onFirstRound={onFirstRound} />
          <Feedback
            scene={scene}
            hints={hasHints(scene) ? frame?.generatorBatch?.hints : undefined}
            total={frame?.generatorBatch?.total ?? 0}
            round={frame === undefined ? 0 : shownRound(frame.position)}
          />
        </div>
      </div>
    </ChooseRegionContext.Provider>
  );
}

/** Until the first pictures are there. */
const DEFAULT_PICTURE_SIZE = 16;

/** Moves the focus among the headings of the regions with the arrow keys; the tabulator key reaches one of them. */
function walkHeadings(event: TargetedKeyboardEvent<HTMLElement>): void {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };
  const step = steps[event.key];
  const headings = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-heading]')];
  const at = headings.findIndex((heading) => heading === event.target);
  const clicked = event.currentTarget.closest(FOCUSED_BY_POINTER) !== null;
  if (step === undefined || at < 0 || clicked) {
    return;
  }
  // The panel's own arrow keys step through the phases.
  event.preventDefault();
  event.stopPropagation();
  headings.at((at + step) % headings.length)?.focus();
}

/**
 * Acts out the phase that leads to the present frame, when it is one step after the last one. A new position cuts the
 * motion of the one before short.
 */
function useMotion(
  stage: { readonly current: HTMLElement | null },
  { frame, motion, slowness, onMotionEnd }: StageProps,
  cards: readonly CardView[],
): void {
  const group = useRef(new MotionGroup());
  const last = useRef<Position | undefined>(undefined);
  const end = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const notify = useRef(onMotionEnd);
  notify.current = onMotionEnd;

  useLayoutEffect(() => {
    const before = last.current;
    if (frame === undefined || (before && comparePositions(before, frame.position) === 0)) {
      return;
    }
    last.current = frame.position;
    group.current.cancel();
    clearTimeout(end.current);
    const phase = lastPhase(frame.position);
    const stepped = before !== undefined && comparePositions(afterPhase(before), frame.position) === 0;
    const moves = motion === 'full' && stepped && !frame.wholeRounds && !prefersReducedMotion();
    if (!moves || phase === undefined || stage.current === null) {
      notify.current?.();
      return;
    }
    group.current.slowness = slowness;
    playPhase({ phase, stage: stage.current, cards, group: group.current });
    end.current = setTimeout(() => notify.current?.(), slowness * phaseDuration(phase));
  }, [frame]);

  useEffect(
    () => () => {
      group.current.cancel();
      clearTimeout(end.current);
    },
    [],
  );
}
