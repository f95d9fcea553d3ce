import * as l10n from '@vscode/l10n';
import { useLitRegion } from '../litRegions';
import type { ComponentChildren, JSX } from 'preact';
import {
  PHASES,
  START,
  lastPhase,
  shownRound,
  type Phase,
  type Position,
} from '../../../src/shared/domain/phases';
import type { RunFrame } from '../../../src/shared/wire/run';
import { CheckGlyph } from '../../ui/controlIcons';
import { isLookingBack } from '../timeline/timeTravel';
import { moveFocusWithArrows } from './arrowKeys';
import { phaseName } from '../../../src/shared/words/phaseNames';
import './rail.css';

interface PhaseRailProps {
  readonly frame: RunFrame | undefined;
  /** Where a run without a frame is coming back to. */
  readonly destination: Position | undefined;
  /** There is a run to command. */
  readonly ready: boolean;
  readonly onPhase: (phase: Phase) => void;
  /** What stays in sight below it. */
  readonly children: ComponentChildren;
}

/** The round and how far it has come. One stop of the tab key; arrows walk from phase to phase. */
export function PhaseRail({ frame, destination, ready, onPhase, children }: PhaseRailProps): JSX.Element {
  const last = frame === undefined || frame.wholeRounds ? undefined : lastPhase(frame.position);
  const current = last === undefined ? -1 : PHASES.indexOf(last);
  const allDone = frame !== undefined && frame.wholeRounds && frame.position.round > 0;
  const latest =
    frame?.history !== undefined && isLookingBack(frame) ? shownRound(frame.history.latest) : undefined;
  return (
    <header class="rail">
      <p class={latest === undefined ? 'round' : 'round looking-back'}>
        <span>{latest === undefined ? l10n.t('Round') : l10n.t('Looking back')}</span>{' '}
        <b>{shownRound(frame?.position ?? destination ?? START)}</b>
        {latest !== undefined && <small> {l10n.t('of {0}', latest)}</small>}
      </p>
      <ol
        id="phases"
        class="phases"
        {...useLitRegion('phases')}
        aria-label={l10n.t('Phases of this round')}
        onKeyDown={moveFocusWithArrows}
      >
        {PHASES.map((phase, index) => (
          <li
            key={phase}
            class={index === current ? 'current' : allDone || index < current ? 'done' : 'upcoming'}
          >
            <button
              type="button"
              disabled={!ready}
              tabIndex={index === Math.max(0, current) ? 0 : -1}
              aria-current={index === current ? 'step' : undefined}
              data-tip={l10n.t('{0} (key {1})', phaseName(phase), index + 1)}
              onClick={() => onPhase(phase)}
            >
              <i>{allDone || index < current ? <CheckGlyph /> : index + 1}</i>
              <span>{phaseName(phase)}</span>
            </button>
          </li>
        ))}
      </ol>
      {children}
    </header>
  );
}
