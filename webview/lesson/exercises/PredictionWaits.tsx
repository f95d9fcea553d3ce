import type { JSX } from 'preact';
import * as l10n from '@vscode/l10n';
import type { Experiment, Prediction } from '../../../src/shared/domain/lesson';
import { shownRound, START } from '../../../src/shared/domain/phases';
import { Button } from '../../ui/controls';
import { useLearning, useRun } from './context';
import { changedFrom } from './standings';

interface PredictionWaitsProps {
  readonly section: Prediction;
  /** In whose run it shows; absent for the lesson's own run. */
  readonly experiment: Experiment | undefined;
}

/** What has to be run until it shows what happens, with the button that does it. */
export function PredictionWaits({ section: { revealAt }, experiment }: PredictionWaitsProps): JSX.Element {
  const { actions, lesson } = useLearning();
  const run = useRun();
  const frame = run?.frame;
  const round = frame?.position.round ?? 0;
  const isRight = run !== undefined && changedFrom(lesson, experiment, run).length === 0;
  const name = experiment?.title ?? l10n.t('the lesson’s own run');
  return (
    <div class="waits">
      <p class="hint">
        {isRight
          ? l10n.t(
              'You will see it at round {0}; the run is at round {1}.',
              revealAt,
              shownRound(frame?.position ?? START),
            )
          : l10n.t(
              'You will see it at round {0} of “{1}”, which is not the run on the stage.',
              revealAt,
              name,
            )}
      </p>
      {isRight && round < revealAt && (
        <Button onClick={() => actions.playUntil({ kind: 'round', round: revealAt })}>
          {l10n.t('Play to round {0}', revealAt)}
        </Button>
      )}
      {!isRight && experiment !== undefined && (
        <Button onClick={() => actions.startExperiment(experiment.id, true)}>
          {l10n.t('Start “{0}” and play', experiment.title)}
        </Button>
      )}
    </div>
  );
}
