import * as l10n from '@vscode/l10n';
import { QUALITY_MEASURES, type Measure } from '../../../src/shared/domain/measures';
import type { PanelToHost } from '../../../src/shared/wire/messages';
import {
  answersTo,
  isSeen,
  type LessonProgress,
  type ProgressEvent,
} from '../../../src/shared/domain/progress';
import type { Host } from '../../ui/host';
import type { PanelAction, PanelState } from '../state';
import type { Store } from '../store';
import type { ExerciseActions } from './context';
import { factsOf, pastOf } from './runPast';
import { goalStanding, measuredUpTo, showsOutcome, type ShownRun } from './standings';

/** The run on the stage; `undefined` before its first frame. */
export function shownRun({ start, frame, hyperparameters }: PanelState): ShownRun | undefined {
  return start !== undefined && frame !== undefined && hyperparameters !== undefined
    ? { start, frame, running: hyperparameters }
    : undefined;
}

/** What the learner does with the exercises of the lesson, and what the run on the stage makes of them. */
export class Exercises {
  /** What the host was told of where the learner reads. */
  private stepTold: string | undefined;
  /** The round that was judged last. */
  private judged: number | undefined;

  /**
   * @param collection digest of the learner's own collection that the run trains on, if it does
   * @param now milliseconds since 1970
   */
  constructor(
    private readonly store: Store<PanelState, PanelAction>,
    private readonly host: Host<PanelToHost>,
    private readonly collection: () => string | undefined,
    private readonly now: () => number,
  ) {}

  /** What a person does in the exercises. */
  readonly actions: Omit<ExerciseActions, 'activities' | 'drafts' | 'playUntil'> = {
    answer: (section, answer) => {
      this.learn({ kind: 'answer', section, answer: { ...answer, time: this.now() } });
      // A run may have shown already what happens.
      this.judge();
    },
    finishStep: (step) => this.learn({ kind: 'read', step }),
    startExperiment: (id, play) => this.host.send({ type: 'experiment', id, play }),
    takeChoice: (section, choice) => this.host.send({ type: 'try', section, choice }),
    goBackToRunBefore: () => this.host.send({ type: 'runBefore' }),
    openLesson: (lesson, id) =>
      this.host.send({ type: 'openLesson', lesson, ...(id !== undefined && { id }) }),
    say: (text) => this.store.dispatch({ type: 'aside', text }),
  };

  /** The state is another: the learner may be in another step. */
  stateChanged({ lesson, step }: PanelState): void {
    const id = lesson?.steps[step]?.id;
    if (id !== undefined && id !== this.stepTold) {
      this.stepTold = id;
      this.learn({ kind: 'step', step: id });
    }
  }

  /** A frame of the run is shown. */
  frameArrived(): void {
    const { frame } = this.store.state;
    const round = frame && measuredUpTo(frame);
    if (round !== this.judged) {
      this.judged = round;
      this.judge();
    }
  }

  /** Another run begins. */
  runStarting(): void {
    this.judged = undefined;
  }

  /** Ticks goals that the run on the stage has reached, and shows the outcome of what was foretold. */
  private judge(): void {
    const { lesson, learning } = this.store.state;
    const run = shownRun(this.store.state);
    if (lesson === undefined || run === undefined) {
      return;
    }
    for (const step of lesson.steps) {
      for (const section of step.sections) {
        if (section.kind === 'goal' && !Object.hasOwn(learning.progress.goals, section.id)) {
          const standing = goalStanding(lesson, section, run);
          if (standing.kind === 'reached') {
            const measures = section.conditions.map(({ measure }) => measure);
            this.learnOfRun('goal', section.id, run, measures, standing.round);
            this.actions.say(l10n.t('Goal reached at round {0}: {1}.', standing.round, section.title));
          }
        } else if (
          section.kind === 'prediction' &&
          !isSettled(learning.progress, section.id) &&
          showsOutcome(lesson, section, run)
        ) {
          if (answersTo(learning.progress, section.id).length === 0) {
            this.learn({ kind: 'seen', section: section.id });
          } else {
            this.learnOfRun('revealed', section.id, run, QUALITY_MEASURES, measuredUpTo(run.frame));
            this.actions.say(l10n.t('{0}: what happens is shown in the notes now.', section.title));
          }
        }
      }
    }
  }

  private learnOfRun(
    kind: 'goal' | 'revealed',
    section: string,
    { start, frame, running }: ShownRun,
    measures: readonly Measure[],
    round: number,
  ): void {
    const facts = { measures, round, collection: this.collection(), time: this.now() };
    this.learn({ kind, section, run: factsOf(pastOf(start, frame, running), frame, start, facts) });
  }

  private learn(event: ProgressEvent): void {
    this.store.dispatch({ type: 'learned', event });
    this.host.send({ type: 'progress', event });
  }
}

/** Whether no run can say anything new of a prediction: its outcome was shown after it, or before it and it is open. */
function isSettled(progress: LessonProgress, id: string): boolean {
  return answersTo(progress, id).length === 0 ? isSeen(progress, id) : Object.hasOwn(progress.revealed, id);
}
