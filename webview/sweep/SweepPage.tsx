import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { trialsByValue, type SweepPlan, type Trial } from '../../src/shared/domain/sweeps/plan';
import { valueLabel } from '../../src/shared/words/choiceLabels';
import { measureName } from '../../src/shared/words/measureWords';
import { settingName } from '../../src/shared/words/settingName';
import { conditionText } from '../lesson/exercises/words';
import { Button } from '../ui/controls';
import { SummaryTable } from './SummaryTable';
import type { SweepProgress } from './sweepTraining';
import { TrialTile } from './TrialTile';

interface SweepPageProps {
  readonly plan: SweepPlan;
  readonly trials: readonly Trial[];
  readonly progress: SweepProgress;
  readonly onStop: () => void;
  readonly onGoOn: () => void;
  /** Puts a trial on the stage. */
  readonly onTrial: (index: number) => void;
  readonly onSaveTable: () => void;
}

/** Shows how far a sweep is, how often its trials succeed, how they spread, and the last pictures of each. */
export function SweepPage({
  plan,
  trials,
  progress,
  onStop,
  onGoOn,
  onTrial,
  onSaveTable,
}: SweepPageProps): JSX.Element {
  const { varied, rounds, success, hyperparameters } = plan;
  const { outcomes, running, isTraining } = progress;
  const groups = [...trialsByValue(trials)];
  const isDone = outcomes.size === trials.length;
  const roundsDone = outcomes.size * rounds + [...running.values()].reduce((sum, round) => sum + round, 0);
  return (
    <main class="sweep">
      <h1>{varied ? l10n.t('Sweep: {0}', settingName(varied.name)) : l10n.t('Sweep: luck alone')}</h1>
      <p>
        {l10n.t(
          '{0} runs on “{1}”, each of {2} rounds. A run succeeds if its “{3}” is {4} at the end.',
          trials.length,
          valueLabel(hyperparameters.data),
          rounds,
          measureName(success.measure),
          conditionText(success),
        )}
      </p>
      <div class="sweep-progress">
        <progress
          max={trials.length * rounds}
          value={roundsDone}
          aria-label={l10n.t('Rounds that are trained')}
        />
        <span role="status">{l10n.t('{0} of {1} runs are done.', outcomes.size, trials.length)}</span>
        <span class="sweep-rounds">
          {l10n.t('Round {0} of {1} in all', roundsDone, trials.length * rounds)}
        </span>
      </div>
      <div class="sweep-actions">
        {isTraining && <Button onClick={onStop}>{l10n.t('Stop')}</Button>}
        {!isTraining && !isDone && (
          <Button appearance="primary" onClick={onGoOn}>
            {l10n.t('Train the Rest')}
          </Button>
        )}
        {outcomes.size > 0 && <Button onClick={onSaveTable}>{l10n.t('Save Table…')}</Button>}
      </div>
      {outcomes.size > 0 && <SummaryTable plan={plan} groups={groups} outcomes={outcomes} />}
      <p class="sweep-hint">{l10n.t('Choose a picture, and its run is on the stage at its last round.')}</p>
      {groups.map(([value, group]) => (
        <section key={String(value)}>
          {varied && value !== undefined && <h2>{valueLabel(value)}</h2>}
          <ul class="trials">
            {group.map((trial) => (
              <li key={trial.index}>
                <TrialTile
                  trial={trial}
                  plan={plan}
                  outcome={outcomes.get(trial.index)}
                  round={running.get(trial.index)}
                  onChoose={() => onTrial(trial.index)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}
