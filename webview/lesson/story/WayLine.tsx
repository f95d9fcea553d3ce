import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { tasksOf, type Lesson } from '../../../src/shared/domain/lesson';
import { isTaskDone, type LessonProgress } from '../../../src/shared/domain/progress';
import { focusOn, focusOnNotes } from '../transport/keyboard';
import './wayLine.css';

interface WayLineProps {
  readonly lesson: Lesson;
  /** Index of the step that is being read. */
  readonly step: number;
  readonly progress: LessonProgress;
  /** Ends looking back; absent at the latest moment. */
  readonly onBackToNow: (() => void) | undefined;
  readonly onVisit: (id: string) => void;
}

/**
 * Where stage and notes stand in one column, the line that stays in sight: which step of the notes it is and what is to
 * do in it, the way there, and the way from the notes back to the stage.
 */
export function WayLine({ lesson, step, progress, onBackToNow, onVisit }: WayLineProps): JSX.Element | null {
  const reads = useReadsNotes();
  const present = lesson.steps[step];
  if (present === undefined) {
    return null;
  }
  const task = tasksOf(present).find((each) => !isTaskDone(each, progress));
  return (
    <nav class="way-line" aria-label={l10n.t('Stage and notes')}>
      {onBackToNow !== undefined && (
        <button
          type="button"
          class="back-to-now"
          data-tip={l10n.t('Back to now (End)')}
          onClick={onBackToNow}
        >
          {l10n.t('Back to now')}
        </button>
      )}
      <button type="button" class="to-task" onClick={() => onVisit((task ?? present).id)}>
        <span>{l10n.t('{0} / {1}', step + 1, lesson.steps.length)}</span>{' '}
        {task === undefined ? (
          present.title
        ) : (
          <>
            <b>{l10n.t('To do:')}</b> {task.title}
          </>
        )}
      </button>
      {reads ? (
        <button
          type="button"
          class="to-stage"
          data-tip={l10n.t('Go to the stage (S)')}
          onClick={() => focusOn('#stage')}
        >
          {l10n.t('Stage')} <span aria-hidden="true">↑</span>
        </button>
      ) : (
        <button
          type="button"
          class="to-notes"
          data-tip={l10n.t('Go to the notes (N)')}
          onClick={focusOnNotes}
        >
          {l10n.t('Notes')} <span aria-hidden="true">↓</span>
        </button>
      )}
    </nav>
  );
}

/** Whether the middle of what is seen lies in the notes. */
function useReadsNotes(): boolean {
  const [reads, setReads] = useState(false);
  useEffect(() => {
    const notes = document.querySelector('#notes');
    const observer = new IntersectionObserver(
      (entries) => setReads(entries.at(-1)?.isIntersecting === true),
      { root: document, rootMargin: '-50% 0px' },
    );
    if (notes !== null) {
      observer.observe(notes);
    }
    return () => observer.disconnect();
  }, []);
  return reads;
}
