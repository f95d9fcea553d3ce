import type { JSX } from 'preact';
import * as l10n from '@vscode/l10n';
import { isStepDone } from '../../../src/shared/domain/progress';
import { Button } from '../../ui/controls';
import { CheckGlyph } from '../../ui/controlIcons';
import { useLearning } from './context';
import { counted } from '../../../src/shared/words/counted';

/** The end of the notes: which steps are still open, and the lesson that follows. */
export function LessonEnd({ onShowStep }: { readonly onShowStep: (index: number) => void }): JSX.Element {
  const { lesson, learning, actions } = useLearning();
  const { course, progress } = learning;
  const here = course.findIndex(({ id }) => id === lesson.id);
  const [card, next] = here < 0 ? [] : [course[here], course[here + 1]];
  const open = lesson.steps.flatMap((step, index) =>
    isStepDone(step, progress) ? [] : [{ index, title: step.title }],
  );
  return (
    <footer class="lesson-end">
      {open.length === 0 ? (
        <p class="all-done">
          <CheckGlyph />{' '}
          {counted(
            lesson.steps.length,
            l10n.t(
              'The only step of this lesson is done. | All {0} steps of this lesson are done.',
              lesson.steps.length,
            ),
          )}
        </p>
      ) : (
        <>
          <p class="hint">{l10n.t('Still open in this lesson:')}</p>
          <ul>
            {open.map(({ index, title }) => (
              <li key={index}>
                <button type="button" class="text-link" onClick={() => onShowStep(index)}>
                  {title}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {card !== undefined && (next === undefined || next.folder !== card.folder) && (
        <p class="last-lesson">
          {card.folder === undefined
            ? l10n.t('This was the last lesson of the course.')
            : l10n.t('This was the last lesson of “{0}”.', card.folder)}
        </p>
      )}
      {next !== undefined && (
        <section class="next-lesson" aria-labelledby="next-lesson">
          <p class="exercise-kind">
            {next.folder === card?.folder || next.folder === undefined
              ? l10n.t('Next lesson · {0} min', next.minutes)
              : l10n.t('Next, from “{0}” · {1} min', next.folder, next.minutes)}
          </p>
          <h2 id="next-lesson">{l10n.t('{0}. {1}', next.number, next.title)}</h2>
          <p>{next.summary}</p>
          <Button
            appearance={open.length === 0 ? 'primary' : 'secondary'}
            onClick={() => actions.openLesson(next.id)}
          >
            {l10n.t('Start the next lesson')}
          </Button>
        </section>
      )}
    </footer>
  );
}
