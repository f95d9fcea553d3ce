import * as l10n from '@vscode/l10n';
import { tasksOf, type LessonStep } from '../../../src/shared/domain/lesson';
import { isStepDone, isTaskDone } from '../../../src/shared/domain/progress';
import { Button } from '../../ui/controls';
import { useLearning } from './context';

interface StepEndProps {
  readonly step: LessonStep;
  /** The step that follows, if there is one. */
  readonly following: LessonStep | undefined;
  readonly onGoOn: () => void;
}

/** The end of a step: what of it is still to do, and the way on. */
export function StepEnd({ step, following, onGoOn }: StepEndProps) {
  const { learning, actions } = useLearning();
  const { progress } = learning;
  const open = tasksOf(step).filter((task) => !isTaskDone(task, progress));
  const isDone = isStepDone(step, progress);
  return (
    <div class="step-end">
      {open.length > 0 && (
        <p class="hint">
          {open.length === 1
            ? l10n.t('Still to do here: {0}', open[0]?.title ?? '')
            : l10n.t('{0} things are still to do here.', open.length)}
        </p>
      )}
      {following !== undefined ? (
        <Button
          onClick={() => {
            actions.finishStep(step.id);
            onGoOn();
          }}
        >
          {l10n.t('Go on: {0}', following.title)}
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
