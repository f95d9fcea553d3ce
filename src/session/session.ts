import * as l10n from '@vscode/l10n';
import { Emitter, type Disposable } from '../emitter';
import type { Log } from '../log';
import { changedNames, namesThatNeedRestart, type Hyperparameters } from '../shared/hyperparameters';
import type { Lesson, LessonStep } from '../shared/lesson';
import type { HostToForm, HostToPanel, PanelToHost, RunSummary, TransportCommand } from '../shared/messages';
import { unreachable, type Result } from '../shared/result';
import { HyperparameterState } from './hyperparameterState';
import { lessonDefaults } from './lessonDefaults';
import { RunProgress } from './runProgress';
import type { RunStore } from './runStore';

/** Translations by English text, for the webviews. */
export type Strings = NonNullable<Extract<HostToPanel, { type: 'snapshot' }>['strings']>;

/** What a session needs of the world. */
export interface SessionServices {
  readonly store: RunStore;
  /** The person's choice in the settings. */
  readonly backend: () => Hyperparameters['backend'];
  readonly strings: Strings | undefined;
  readonly log: Log;
}

/**
 * What is different now: the lesson, its text, the step that the person reads or whether it runs; what the form shows;
 * what the run reports.
 */
export type SessionChange = 'lesson' | 'hyperparameters' | 'run';

type Checkpoint = Extract<PanelToHost, { type: 'checkpoint' }>;

/**
 * The one owner of which lesson is taught, which hyperparameters are wanted and which are running, and what the run
 * reports. Views show what it says and tell it what the person does; it knows none of them.
 */
export class Session implements Disposable {
  private readonly changed: Emitter<SessionChange>;
  private readonly posted: Emitter<HostToPanel>;

  private currentLesson: Lesson | undefined;
  private currentStep: LessonStep | undefined;
  private hyperparameters: HyperparameterState;
  private progress = new RunProgress(undefined);
  private lastSummary: RunSummary | undefined;
  /** Counts the choices of a lesson, so that a slow one does not overtake a later one. */
  private choices = 0;

  constructor(private readonly services: SessionServices) {
    this.changed = new Emitter(services.log);
    this.posted = new Emitter(services.log);
    const defaults = lessonDefaults(undefined, services.backend());
    this.hyperparameters = new HyperparameterState(defaults, defaults);
  }

  get onDidChange() {
    return this.changed.event;
  }

  /** What the open panel has to be told after its snapshot. */
  get onDidPost() {
    return this.posted.event;
  }

  get lesson(): Lesson | undefined {
    return this.currentLesson;
  }

  /** The step of the passage that the person reads. */
  get step(): LessonStep | undefined {
    return this.currentStep;
  }

  /** Whether the panel has got its snapshot and was not closed since. */
  get isRunning(): boolean {
    return this.hyperparameters.running !== undefined;
  }

  /** What the run in the panel reported last. */
  get summary(): RunSummary | undefined {
    return this.lastSummary;
  }

  /**
   * Makes this the lesson and brings its own run back from the store. Choosing the current lesson again changes
   * nothing.
   */
  async choose(lesson: Lesson): Promise<void> {
    this.choices += 1;
    const choice = this.choices;
    if (lesson.id === this.currentLesson?.id) {
      return;
    }
    const kept = await this.services.store.load(lesson.id);
    if (choice !== this.choices) {
      return;
    }
    this.currentLesson = lesson;
    this.currentStep = undefined;
    const defaults = lessonDefaults(lesson, this.services.backend());
    this.hyperparameters = new HyperparameterState(defaults, kept?.run.hyperparameters ?? defaults);
    this.progress = new RunProgress(kept);
    this.lastSummary = undefined;
    this.changed.fire('lesson');
    this.changed.fire('hyperparameters');
    this.changed.fire('run');
  }

  /** The text of the current lesson in another language; its run goes on. */
  replaceText(lesson: Lesson): void {
    if (lesson.id === this.currentLesson?.id) {
      this.currentLesson = lesson;
      this.currentStep = lesson.steps.find(({ id }) => id === this.currentStep?.id);
      this.postIfRunning({ type: 'lesson', lesson });
      this.changed.fire('lesson');
    }
  }

  /** The person has chosen another backend in the settings; it takes effect with the next run. */
  refreshDefaults(): void {
    this.hyperparameters.replaceDefaults(lessonDefaults(this.currentLesson, this.services.backend()));
    this.changed.fire('hyperparameters');
  }

  /** A panel is ready: everything that it needs to begin or to come back, if a lesson was chosen. */
  panelReady(): HostToPanel | undefined {
    const lesson = this.currentLesson;
    if (!lesson) {
      return undefined;
    }
    const { saved } = this.progress;
    const { strings } = this.services;
    const hyperparameters =
      saved?.hyperparameters ?? this.hyperparameters.running ?? this.hyperparameters.wanted;
    this.progress.interrupt();
    this.hyperparameters.running = hyperparameters;
    this.changed.fire('lesson');
    this.changed.fire('hyperparameters');
    return {
      type: 'snapshot',
      lesson,
      hyperparameters,
      ...(strings && { strings }),
      ...(saved && { saved }),
    };
  }

  /** The panel's page was destroyed, because another editor covers it; it will ask again. */
  panelHidden(): void {
    this.progress.interrupt();
  }

  panelClosed(): void {
    this.progress.interrupt();
    this.hyperparameters.running = undefined;
    this.lastSummary = undefined;
    this.changed.fire('lesson');
    this.changed.fire('hyperparameters');
    this.changed.fire('run');
  }

  /** Takes note of what the panel says. What belongs to a run that is no longer wanted is ignored. */
  receive(message: Exclude<PanelToHost, { type: 'ready' }>): void {
    switch (message.type) {
      case 'summary':
        this.takeSummary(message.summary);
        return;
      case 'checkpoint':
        this.takeCheckpoint(message);
        return;
      case 'restart':
        this.restart();
        return;
      case 'passage':
        this.goTo(message.id);
        return;
      case 'problem':
        this.services.log.warn(`${message.message} ${message.next}`);
        return;
      default:
        unreachable(message);
    }
  }

  /** Everything that the form shows. */
  formMessage(): HostToForm {
    const { wanted, defaults, running } = this.hyperparameters;
    const { strings } = this.services;
    return {
      type: 'show',
      wanted,
      defaults,
      ...(running && { running }),
      ...(strings && { strings }),
    };
  }

  /**
   * The person gives a hyperparameter another value. A value that cannot be is a failure that tells the range, and the
   * run goes on as it was.
   */
  edit(name: string, value: unknown): Result<Hyperparameters> {
    const edited = this.hyperparameters.edit(name, value);
    if (edited.ok) {
      this.applyLiveChanges();
      this.changed.fire('hyperparameters');
    }
    return edited;
  }

  /** Back to what the lesson starts with. */
  resetHyperparameters(): void {
    this.hyperparameters.reset();
    this.applyLiveChanges();
    this.changed.fire('hyperparameters');
  }

  /** A new run from round 0 with everything that is wanted; the old one is given up. */
  restart(): void {
    if (!this.currentLesson) {
      return;
    }
    this.progress = new RunProgress(undefined);
    this.services.store.forget(this.currentLesson.id);
    this.lastSummary = undefined;
    if (this.isRunning) {
      const { wanted } = this.hyperparameters;
      this.hyperparameters.running = wanted;
      this.posted.fire({ type: 'newRun', hyperparameters: wanted });
    }
    this.changed.fire('hyperparameters');
    this.changed.fire('run');
  }

  /** Does what a button of the panel does. */
  command(command: TransportCommand): void {
    if (command === 'restart') {
      this.restart();
    } else {
      this.postIfRunning({ type: 'command', command });
    }
  }

  dispose(): void {
    this.changed.dispose();
    this.posted.dispose();
  }

  private takeSummary(summary: RunSummary): void {
    if (!this.isRunning) {
      return;
    }
    this.lastSummary = summary;
    if (this.progress.reach(summary.position, summary.wholeRounds)) {
      this.keep();
    }
    this.applyLiveChanges();
    this.changed.fire('run');
  }

  private takeCheckpoint({ type: _, bytes, ...run }: Checkpoint): void {
    const { hyperparameters } = run;
    const { running } = this.hyperparameters;
    if (!running || namesThatNeedRestart(running, hyperparameters).length > 0) {
      this.services.log.info(l10n.t('A checkpoint of an earlier run came too late and was left out.'));
      return;
    }
    const isCurrent = changedNames(running, hyperparameters).length === 0;
    this.progress.takeCheckpoint({ ...run, checkpoint: bytes }, isCurrent);
    this.keep();
  }

  private keep(): void {
    const { keptRun } = this.progress;
    if (this.currentLesson && keptRun) {
      this.services.store.keep(this.currentLesson.id, keptRun);
    }
  }

  private goTo(passageId: string): void {
    const step = this.currentLesson?.steps.find(({ passages }) =>
      passages.some(({ id }) => id === passageId),
    );
    if (step && step !== this.currentStep) {
      this.currentStep = step;
      this.changed.fire('lesson');
    }
  }

  /** While the panel is on its way back to a saved moment, live changes wait for it. */
  private applyLiveChanges(): void {
    const changed = this.progress.isUnderWay ? this.hyperparameters.takeLiveChanges() : undefined;
    if (changed) {
      this.progress.noteLiveChange();
      this.posted.fire({ type: 'liveChange', hyperparameters: changed });
      this.changed.fire('hyperparameters');
    }
  }

  private postIfRunning(message: HostToPanel): void {
    if (this.isRunning) {
      this.posted.fire(message);
    }
  }
}
