import type { JSX } from 'preact';
import * as l10n from '@vscode/l10n';
import { tasksOf, type LessonStep, type Task } from '../../../src/shared/domain/lesson';
import { answersTo, isStepDone, isTaskDone, type LessonProgress } from '../../../src/shared/domain/progress';
import { Button } from '../../ui/controls';
import { useLearning } from './context';

interface StepEndProps {
  readonly step: LessonStep;
  /** The step that follows, if there is one. */
  readonly following: LessonStep | undefined;
  readonly onGoOn: () => void;
}

/** The end of a step: what of it is still to do, and the way on. */
export function StepEnd({ step, following, onGoOn }: StepEndProps): JSX.Element {
  const { learning, actions } = useLearning();
  const { progress } = learning;
  const open = tasksOf(step).filter((task) => !isTaskDone(task, progress));
  const isDone = isStepDone(step, progress);
  return (
    <div class="step-end">
      {open.length > 0 && <p class="hint">{openText(open, progress)}</p>}
      {following !== undefined ? (
        <Button
          onClick={() => {
            actions.finishStep(step.id);
            onGoOn();
          }}
        >
          {l10n.t('Continue: {0}', following.title)}
        </Button>
      ) : (
        !isDone &&
        open.length === 0 && (
          <Button onClick={() => actions.finishStep(step.id)}>{l10n.t('I have read it')}</Button>
        )
      )}
    </div>
  );
}

/** What is still to do; a prediction that was made only waits for the run. */
function openText(open: readonly Task[], progress: LessonProgress): string {
  const [only, ...more] = open;
  if (only === undefined || more.length > 0) {
    return l10n.t('{0} things are still to do here.', open.length);
  }
  return only.kind === 'prediction' && answersTo(progress, only.id).length > 0
    ? l10n.t('Predicted; round {0} will show it: {1}', only.revealAt, only.title)
    : l10n.t('Still to do here: {0}', only.title);
}
