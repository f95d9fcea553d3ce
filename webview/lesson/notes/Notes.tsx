import * as l10n from '@vscode/l10n';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Lesson } from '../../../src/shared/lesson';
import { Button } from '../../ui/controls';
import { NextIcon, PreviousIcon } from '../../ui/icons';
import { prefersReducedMotion } from '../../ui/motion';
import { LessonText } from './LessonText';
import { PassageItem } from './PassageItem';
import { ReadingGuard, type ScrollCause } from './readingGuard';
import './notes.css';

interface NotesProps {
  readonly lesson: Lesson;
  /** Id of the marked passage. */
  readonly marked: string | undefined;
  /** Why it is marked; decides whether the notes scroll to it. */
  readonly cause: ScrollCause;
  /** Index of the step that is being read. */
  readonly step: number;
  readonly onChoosePassage: (id: string) => void;
  readonly onShowStep: (step: number) => void;
}

/** Where the notes stand under the stage, scrolling to a passage would take the stage out of sight. */
function scrollsAlone(text: HTMLElement | null): boolean {
  return text !== null && getComputedStyle(text).overflowY !== 'visible';
}

/** The lesson's text beside the stage. */
export function Notes({ lesson, marked, cause, step, onChoosePassage, onShowStep }: NotesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const guard = useRef(new ReadingGuard());

  const scrollTo = (selector: string, block: ScrollLogicalPosition): HTMLElement | null => {
    const target = scroller.current?.querySelector<HTMLElement>(selector) ?? null;
    guard.current.ownScroll(performance.now());
    target?.scrollIntoView({ block, behavior: prefersReducedMotion() ? 'instant' : 'smooth' });
    return target;
  };

  useEffect(() => {
    if (
      marked !== undefined &&
      scrollsAlone(scroller.current) &&
      guard.current.mayScroll(cause, performance.now())
    ) {
      scrollTo(`[data-passage="${CSS.escape(marked)}"]`, 'nearest');
    }
  }, [marked, cause]);

  const goTo = (index: number) => {
    onShowStep(index);
    scrollTo(`[data-step="${index}"]`, 'start')?.querySelector('h2')?.focus({ preventScroll: true });
  };

  // The text changes only with the lesson, so a frame of the run costs nothing here.
  const text = useMemo(
    () => (
      <>
        <LessonText html={lesson.html} class="introduction" />
        {lesson.steps.map((lessonStep, index) => (
          <section key={lessonStep.id} class="step" data-step={index}>
            <h2 tabIndex={-1}>{lessonStep.title}</h2>
            <LessonText html={lessonStep.html} />
            <ol class="passages">
              {lessonStep.passages.map((passage) => (
                <PassageItem
                  key={passage.id}
                  passage={passage}
                  marked={passage.id === marked}
                  onChoose={onChoosePassage}
                />
              ))}
            </ol>
          </section>
        ))}
      </>
    ),
    [lesson, marked, onChoosePassage],
  );

  return (
    <aside
      id="notes"
      tabIndex={-1}
      lang={lesson.language}
      aria-label={l10n.t('Lesson notes')}
      data-region="notes"
    >
      <header class="notes-head">
        <p class="eyebrow">{l10n.t('Lesson {0}', lesson.number)}</p>
        <h1>{lesson.title}</h1>
        <nav aria-label={l10n.t('Steps of the lesson')}>
          <Button
            appearance="icon"
            label={l10n.t('Previous step')}
            title={l10n.t('Previous step')}
            disabled={step <= 0}
            onClick={() => goTo(step - 1)}
          >
            <PreviousIcon />
          </Button>
          <span class="step-count">{l10n.t('{0} / {1}', step + 1, lesson.steps.length)}</span>
          <Button
            appearance="icon"
            label={l10n.t('Next step')}
            title={l10n.t('Next step')}
            disabled={step >= lesson.steps.length - 1}
            onClick={() => goTo(step + 1)}
          >
            <NextIcon />
          </Button>
        </nav>
      </header>
      <div ref={scroller} class="notes-text" onScroll={() => guard.current.scrolled(performance.now())}>
        {text}
      </div>
    </aside>
  );
}
