import * as l10n from '@vscode/l10n';
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { TRACK_CELLS, placeOfRound, roundAtPlace } from './track';

interface RoundSliderProps {
  /** Rounds of the cells above it, increasing; none while there is no run. */
  readonly rounds: readonly number[];
  /** The shown round. */
  readonly round: number;
  readonly onGoTo: (round: number) => void;
  readonly onNow: () => void;
}

/** Positions of the thumb from one cell to the next; more than there are pixels. */
const STEPS_PER_CELL = 100;
const PAGE = 10;

/** The slider under the film strip, on which every round lies below its picture. Its keys go by rounds, not by pixels. */
export function RoundSlider({ rounds, round, onGoTo, onNow }: RoundSliderProps): JSX.Element {
  const ref = useRef<HTMLInputElement>(null);
  // The thumb follows the hand at once, the picture when it is there.
  const [held, setHeld] = useState<number | undefined>(undefined);
  useEffect(() => setHeld(undefined), [round]);
  const latest = rounds.at(-1) ?? 0;
  const first = rounds[0] ?? 0;
  const present = held ?? round;
  const position = Math.round(STEPS_PER_CELL * placeOfRound(rounds, present));
  const steps = STEPS_PER_CELL * (TRACK_CELLS - 1);
  useLayoutEffect(() => {
    ref.current?.style.setProperty('--filled', `${(100 * position) / steps}%`);
    if (ref.current !== null) {
      ref.current.valueAsNumber = position;
    }
  });
  const goTo = (target: number): void => {
    const wanted = Math.max(first, Math.min(latest, target));
    setHeld(wanted);
    if (wanted >= latest) {
      onNow();
    } else {
      onGoTo(wanted);
    }
  };
  const move = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: present - 1,
      ArrowDown: present - 1,
      ArrowRight: present + 1,
      ArrowUp: present + 1,
      PageDown: present - PAGE,
      PageUp: present + PAGE,
      Home: first,
      End: latest,
    };
    const target = targets[event.key];
    if (target !== undefined && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      goTo(target);
    }
  };
  return (
    <input
      ref={ref}
      type="range"
      class="slider"
      aria-label={l10n.t('Round')}
      aria-valuetext={l10n.t('Round {0} of {1}', present, latest)}
      min={0}
      max={steps}
      step={1}
      value={position}
      disabled={rounds.length === 0}
      onInput={(event) => goTo(roundAtPlace(rounds, event.currentTarget.valueAsNumber / STEPS_PER_CELL))}
      onKeyDown={move}
    />
  );
}
