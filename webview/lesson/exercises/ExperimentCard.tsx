import type { JSX } from 'preact';
import * as l10n from '@vscode/l10n';
import type { Experiment } from '../../../src/shared/domain/lesson';
import { shownRound, START } from '../../../src/shared/domain/phases';
import { Button } from '../../ui/controls';
import { remedyLabel } from '../diagnosis/words';
import { useLearning, useRun } from './context';
import { ExerciseCard } from './ExerciseCard';
import { changedFrom } from './standings';
import { settingNames } from './words';

/** A run that the lesson proposes: which it is, how the run on the stage stands to it, and the way to start it. */
export function ExperimentCard({ section }: { readonly section: Experiment }): JSX.Element {
  const { lesson, learning, actions } = useLearning();
  const { id, run, rounds } = section;
  const shown = useRun();
  const changed = shown && changedFrom(lesson, section, shown);
  const isRunning = changed?.length === 0;
  const values = remedyLabel(run);
  return (
    <ExerciseCard
      section={section}
      kind={l10n.t('Experiment')}
      done={isRunning ? l10n.t('on the stage') : undefined}
    >
      {values !== '' && <p class="hint">{values}</p>}
      <div class="exercise-actions">
        <Button onClick={() => actions.startExperiment(id, false)}>
          {isRunning ? l10n.t('Start it again') : l10n.t('Start this run')}
        </Button>
        {rounds !== undefined && (
          <Button onClick={() => actions.startExperiment(id, true)}>
            {l10n.t('Start and play to round {0}', rounds)}
          </Button>
        )}
      </div>
      <RunNow
        section={section}
        isRunning={isRunning}
        changed={learning.experiment === id ? changed : undefined}
      />
    </ExerciseCard>
  );
}

interface RunNowProps {
  readonly section: Experiment;
  readonly isRunning: boolean;
  /** In what the run differs that was started as this experiment. */
  readonly changed: Parameters<typeof settingNames>[0] | undefined;
}

/** What becomes of the run on the stage. */
function RunNow({ section: { rounds }, isRunning, changed }: RunNowProps): JSX.Element {
  const { actions } = useLearning();
  const frame = useRun()?.frame;
  const round = frame?.position.round ?? 0;
  const shown = shownRound(frame?.position ?? START);
  if (isRunning && frame?.diagnoses?.some(({ problem: illness }) => illness === 'notFinite')) {
    return <p class="hint">{l10n.t('It ended after round {0}: its numbers are out of bounds.', round)}</p>;
  }
  if (isRunning) {
    return rounds !== undefined && round > 0 && round < rounds ? (
      <div class="waits">
        <p class="hint">{l10n.t('It is at round {0}.', shown)}</p>
        <Button onClick={() => actions.playUntil({ kind: 'round', round: rounds })}>
          {l10n.t('Play on to round {0}', rounds)}
        </Button>
      </div>
    ) : (
      <p class="hint">{l10n.t('It is at round {0}.', shown)}</p>
    );
  }
  return (
    <p class="hint">
      {changed !== undefined && changed.length > 0 && (
        <>
          {l10n.t(
            'The run on the stage began as this one; since then you changed {0}.',
            settingNames(changed),
          )}{' '}
        </>
      )}
      {round > 0
        ? l10n.t(
            'It starts at round 0. The run on the stage, at round {0}, ends; you can go back to it.',
            round,
          )
        : l10n.t('It starts at round 0.')}
    </p>
  );
}
