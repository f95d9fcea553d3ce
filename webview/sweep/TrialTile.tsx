import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { isSuccess } from '../../src/shared/domain/sweeps/summary';
import type { SweepPlan, Trial } from '../../src/shared/domain/sweeps/plan';
import { isPictureData } from '../../src/shared/domain/hyperparameters';
import type { TrialOutcome } from '../../src/shared/wire/sweep';
import { measureName } from '../../src/shared/words/measureWords';
import { measureValue } from '../lesson/exercises/words';

interface TrialTileProps {
  readonly trial: Trial;
  readonly plan: SweepPlan;
  /** Absent until it is done. */
  readonly outcome: TrialOutcome | undefined;
  /** Complete rounds while it is being trained. */
  readonly round: number | undefined;
  readonly onChoose: () => void;
}

/** One trial: its last pictures and its measure when it is done, before that how far it is. */
export function TrialTile({ trial, plan, outcome, round, onChoose }: TrialTileProps): JSX.Element {
  const seed = l10n.t('Seed {0}', trial.hyperparameters.seed);
  // Two rows of four pictures, or a plane.
  const shape = isPictureData(trial.hyperparameters.data) ? 'pictures' : 'plane';
  if (outcome === undefined) {
    return (
      <div class="trial waiting">
        <div class={`trial-picture ${shape}`}>
          {round !== undefined && <progress max={plan.rounds} value={round} aria-label={seed} />}
        </div>
        <span>{seed}</span>
        <span class="trial-state">
          {round === undefined ? l10n.t('waiting') : l10n.t('Round {0}', round)}
        </span>
      </div>
    );
  }
  if (outcome.kind === 'failed') {
    return (
      <div class="trial failed">
        <div class={`trial-picture ${shape}`}>{`${outcome.message} ${outcome.next}`}</div>
        <span>{seed}</span>
        <span class="trial-state">{l10n.t('could not be run')}</span>
      </div>
    );
  }
  const { measure } = plan.success;
  const succeeded = isSuccess(outcome, plan.success, plan.rounds);
  const value = measureValue(measure, outcome.measures[measure] ?? Number.NaN);
  const verdict = succeeded ? l10n.t('a success') : l10n.t('no success');
  const said = l10n.t('{0}: {1} {2}, {3}', seed, measureName(measure), value, verdict);
  return (
    <button
      type="button"
      class={`trial ${succeeded ? 'succeeded' : 'missed'}`}
      aria-label={said}
      onClick={onChoose}
    >
      <img class={`trial-picture ${shape}`} src={outcome.picture} alt="" />
      <span>{seed}</span>
      <span class="trial-state">
        {outcome.round < plan.rounds
          ? l10n.t('out of bounds after round {0}', outcome.round)
          : `${succeeded ? '✓' : '✗'} ${value}`}
      </span>
    </button>
  );
}
