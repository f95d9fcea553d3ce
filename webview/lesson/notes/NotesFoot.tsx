import type { LessonStep } from '../../../src/shared/domain/lesson';
import { useLearning } from '../exercises/context';
import { GoalLive } from '../exercises/GoalLive';

/** The goal of the step that is being read: the first that was not reached yet, else the last. */
export function NotesFoot({ step }: { readonly step: LessonStep | undefined }) {
  const { learning } = useLearning();
  const goals = step?.sections.filter((section) => section.kind === 'goal') ?? [];
  const goal = goals.find(({ id }) => !Object.hasOwn(learning.progress.goals, id)) ?? goals.at(-1);
  return goal === undefined ? null : (
    <footer class="notes-foot">
      <GoalLive key={goal.id} goal={goal} place="foot" />
    </footer>
  );
}
