import * as l10n from '@vscode/l10n';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Hyperparameters } from '../../../src/shared/hyperparameters';
import { passagesOfStep, type Lesson } from '../../../src/shared/lesson';
import { Button } from '../../ui/controls';
import { NextIcon, PreviousIcon } from '../../ui/icons';
import { prefersReducedMotion } from '../../ui/motion';
import { ChangesNotice } from './ChangesNotice';
import { LessonText } from './LessonText';
import { PassageItem } from './PassageItem';
import { ReadingGuard, isReadingKey, placeOf, type ScrollCause } from './readingGuard';
import './notes.css';

interface NotesProps {
  readonly lesson: Lesson;
  /** Id of the marked passage. */
  readonly marked: string | undefined;
  /** Why it is marked; decides whether the notes scroll to it. */
  readonly cause: ScrollCause;
  /** Index of the step that is being read. */
  readonly step: number;
  /** Changes when a run begins at round 0; then the notes begin again, too. */
  readonly beginnings: number;
  /** What the run has, to compare with what the notes tell of. */
  readonly running: Hyperparameters | undefined;
  readonly onChoosePassage: (id: string) => void;
  readonly onShowStep: (step: number) => void;
}

/** Where the notes stand under the stage, scrolling to a passage would take the stage out of sight. */
function scrollsAlone(text: HTMLElement | null): boolean {
  return text !== null && getComputedStyle(text).overflowY !== 'visible';
}

/** Whether a press of the pointer acts, rather than drag the scroll bar or select text. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, summary') !== null;
}

/** The lesson's text beside the stage. */
export function Notes(props: NotesProps) {
  const { lesson, marked, cause, step, beginnings, running, onChoosePassage, onShowStep } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const guard = useRef(new ReadingGuard());
  const readerMoved = () => guard.current.moved(performance.now());

  const find = (selector: string): HTMLElement | null =>
    scroller.current?.querySelector<HTMLElement>(selector) ?? null;
  const behavior = () => (prefersReducedMotion() ? 'instant' : 'smooth');

  // Before the passage of the moment is marked, which may ask for another place.
  useEffect(() => {
    if (scrollsAlone(scroller.current)) {
      scroller.current?.scrollTo({ top: 0, behavior: 'instant' });
    }
  }, [beginnings]);

  useEffect(() => {
    const passage = marked === undefined ? null : find(`[data-passage="${CSS.escape(marked)}"]`);
    if (
      passage !== null &&
      scrollsAlone(scroller.current) &&
      guard.current.mayScroll(cause, performance.now())
    ) {
      const room = scroller.current?.clientHeight ?? 0;
      passage.scrollIntoView({ block: placeOf(passage.offsetHeight, room), behavior: behavior() });
    }
  }, [marked, cause]);

  const goTo = (index: number) => {
    onShowStep(index);
    const section = find(`[data-step="${index}"]`);
    section?.scrollIntoView({ block: 'start', behavior: behavior() });
    section?.querySelector('h2')?.focus({ preventScroll: true });
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
              {passagesOfStep(lessonStep).map((passage) => (
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
      <ChangesNotice lesson={lesson} running={running} />
      <div
        ref={scroller}
        class="notes-text"
        onWheel={readerMoved}
        onTouchMove={readerMoved}
        onPointerDown={(event) => {
          if (!isControl(event.target)) {
            readerMoved();
          }
        }}
        onKeyDown={(event) => {
          if (isReadingKey(event.key)) {
            readerMoved();
          }
        }}
      >
        {text}
      </div>
    </aside>
  );
}
