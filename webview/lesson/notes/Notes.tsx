import * as l10n from '@vscode/l10n';
import { useLitRegion } from '../litRegions';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { bringIntoView } from '../../ui/scrolling';
import { LearningContext, type LearningView, RunContext, useLearning } from '../exercises/context';
import { LessonEnd } from '../exercises/LessonEnd';
import type { ShownRun } from '../exercises/standings';
import { useOneColumn } from '../narrow';
import { ChangesNotice, NotesHead, RunBeforeNotice } from './NotesHead';
import { LessonText } from './LessonText';
import { innerLink } from './links';
import {
  ReadingGuard,
  type ScrollCause,
  isReadingKey,
  placeOf,
  useReadStep,
  useSteadyText,
} from './readingGuard';
import { StepText } from './StepText';
import type { LessonStep } from '../../../src/shared/domain/lesson';
import { GoalLive } from '../exercises/GoalLive';
import './notes.css';

interface NotesProps {
  /** The lesson and what was learned in it. */
  readonly view: LearningView;
  /** The run on the stage; absent before its first frame. */
  readonly run: ShownRun | undefined;
  /** Id of the marked passage. */
  readonly marked: string | undefined;
  /** Why it is marked; decides whether the notes scroll to it. */
  readonly cause: ScrollCause;
  /** Index of the step that is being read. */
  readonly step: number;
  readonly onChoosePassage: (id: string) => void;
  readonly onShowStep: (step: number) => void;
  /** A link within the lesson is followed. */
  readonly onVisit: (id: string) => void;
}

/** Where the notes stand under the stage, scrolling to a passage would take the stage out of sight. */
function scrollsAlone(text: HTMLElement | null): boolean {
  return text !== null && getComputedStyle(text).overflowY !== 'visible';
}

/** Whether a press of the pointer acts, rather than drag the scroll bar or select text. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, vscode-button, a, summary, label') !== null;
}

/** The lesson's text beside the stage. */
export function Notes(props: NotesProps): JSX.Element | null {
  const { view, run, marked, cause, step, onChoosePassage, onShowStep, onVisit } = props;
  const { lesson, learning, actions } = view;
  const scroller = useRef<HTMLDivElement>(null);
  const above = useRef<HTMLDivElement>(null);
  useSteadyText(above, scroller, [view, step]);
  const guard = useRef(new ReadingGuard());
  const readerMoved = (): void => guard.current.moved(performance.now());

  const find = (selector: string): HTMLElement | null =>
    scroller.current?.querySelector<HTMLElement>(selector) ?? null;

  // Where the notes come to stand beside the stage they begin at their top.
  const oneColumn = useOneColumn();
  const wasOneColumn = useRef(oneColumn);
  useEffect(() => {
    const widened = wasOneColumn.current && !oneColumn;
    wasOneColumn.current = oneColumn;
    const passage = marked === undefined ? null : find(`[data-passage="${CSS.escape(marked)}"]`);
    if (
      passage !== null &&
      scrollsAlone(scroller.current) &&
      (guard.current.mayScroll(cause, performance.now()) || (widened && cause !== 'opened'))
    ) {
      const room = scroller.current?.clientHeight ?? 0;
      bringIntoView(passage, placeOf(passage.offsetHeight, room));
    }
  }, [marked, cause, oneColumn]);

  const scrollTo = (place: HTMLElement | null): void => {
    place?.querySelector(':scope > details')?.setAttribute('open', '');
    bringIntoView(place, 'start');
    place?.querySelector<HTMLElement>('h2, h3')?.focus({ preventScroll: true });
  };

  // After the effects that follow the run: who asked for a place is to see that one. Once more when the run is there,
  // because the stage above the notes then gets its height.
  const { visit } = learning;
  const visited = useRef(0);
  const runIsThere = run !== undefined;
  useEffect(() => {
    if (visit !== undefined && visit.count !== visited.current) {
      visited.current = runIsThere ? visit.count : 0;
      const id = CSS.escape(visit.id);
      scrollTo(find(`[data-step-id="${id}"], [data-section="${id}"], [data-passage="${id}"]`));
    }
  }, [visit?.count, runIsThere]);

  const goTo = (index: number): void => {
    onShowStep(index);
    scrollTo(find(`[data-step="${index}"]`));
  };

  useReadStep(scroller, () => guard.current.isReading(performance.now()), onShowStep, lesson);

  /** Who does something in a step reads it. */
  const readFocused = (target: EventTarget | null): void => {
    const focused = target instanceof Element ? target.closest<HTMLElement>('[data-step]') : null;
    if (focused !== null) {
      onShowStep(Number(focused.dataset['step']));
    }
  };

  // Changes only with the lesson and what is marked, so a frame of the run costs nothing here.
  const text = useMemo(
    () => (
      <>
        <LessonText html={lesson.html} class="introduction" />
        {lesson.steps.map((lessonStep, index) => (
          <StepText
            key={lessonStep.id}
            step={lessonStep}
            index={index}
            following={lesson.steps[index + 1]}
            marked={marked}
            onChoosePassage={onChoosePassage}
            onGoTo={goTo}
          />
        ))}
        <LessonEnd onShowStep={goTo} />
      </>
    ),
    [lesson, marked, onChoosePassage],
  );

  const followLink = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const inner = link === null ? undefined : innerLink(link.getAttribute('href') ?? '');
    if (inner === undefined) {
      return;
    }
    event.preventDefault();
    // VS Code's own page would follow it, too.
    event.stopPropagation();
    if (inner.kind === 'place') {
      onVisit(inner.id);
    } else {
      actions.openLesson(inner.lesson, inner.id);
    }
  };

  return (
    <LearningContext.Provider value={view}>
      <RunContext.Provider value={run}>
        <aside
          id="notes"
          tabIndex={-1}
          lang={lesson.language}
          aria-label={l10n.t('Lesson notes')}
          {...useLitRegion('notes')}
        >
          <div ref={above}>
            <NotesHead lesson={lesson} step={step} onGoTo={goTo} />
            <RunBeforeNotice />
            <ChangesNotice step={lesson.steps[step]} />
          </div>
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
            onFocusIn={(event) => readFocused(event.target)}
            onClick={followLink}
          >
            {text}
          </div>
          <NotesFoot step={lesson.steps[step]} />
        </aside>
      </RunContext.Provider>
    </LearningContext.Provider>
  );
}

/** The goal of the step that is being read: the first that was not reached yet, else the last. */
function NotesFoot({ step }: { readonly step: LessonStep | undefined }): JSX.Element | null {
  const { learning } = useLearning();
  const goals = step?.sections.filter((section) => section.kind === 'goal') ?? [];
  const goal = goals.find(({ id }) => !Object.hasOwn(learning.progress.goals, id)) ?? goals.at(-1);
  return goal === undefined ? null : (
    <footer class="notes-foot">
      <GoalLive key={goal.id} goal={goal} place="foot" />
    </footer>
  );
}
