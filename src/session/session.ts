import * as l10n from '@vscode/l10n';
import { MemoryCollections } from '../collections/ownCollections';
import type { Disposable } from '../emitter';
import type { LessonLink } from '../links/lessonLink';
import type { OwnCollection } from '../shared/domain/collection';
import type { HyperparameterChanges, Hyperparameters } from '../shared/domain/hyperparameters';
import type { ActivityName, Lesson, LessonCard, LessonStep } from '../shared/domain/lesson';
import type {
  HostToForm,
  HostToPanel,
  PanelToHost,
  RunSummary,
  TransportCommand,
} from '../shared/wire/messages';
import type { Phase } from '../shared/domain/phases';
import { failure, success, type Result } from '../shared/result';
import type { Opening } from './lessonPlace';
import { LessonRun } from './lessonRun';
import { receiveFromPanel } from './panelInbox';
import { PanelPage } from './panelPage';
import { ProgressBook, TransientMemory } from './progressBook';
import type { KeptRun } from './runStore';
import { SessionCollections } from './sessionCollections';
import { SessionEvents } from './sessionEvents';
import { formMessage, snapshotMessage } from './sessionMessages';
import type { SessionServices } from './sessionServices';
import { Teaching } from './teaching';

/**
 * The one owner of which lesson is taught, which hyperparameters are wanted and which are running, and what the run
 * reports. Views show what it says and tell it what the person does; it knows none of them.
 */
export class Session implements Disposable {
  private readonly events: SessionEvents;
  private readonly collections: SessionCollections;
  private readonly teaching: Teaching;
  private readonly page: PanelPage;
  private readonly following: Disposable;
  private run: LessonRun;
  /** Counts the choices of a lesson, so that a slow one does not overtake a later one. */
  private choices = 0;

  constructor(private readonly services: SessionServices) {
    this.events = new SessionEvents(services.log);
    this.collections = new SessionCollections(services.collections ?? new MemoryCollections());
    const progress = services.progress ?? new ProgressBook(new TransientMemory(), services.log);
    this.teaching = new Teaching(progress);
    this.following = progress.onDidChange(({ lessonId, cause }) => {
      if (cause === 'replaced' && lessonId === this.lesson?.id) {
        this.page.post({ type: 'progress', progress: progress.of(lessonId) });
      }
    });
    this.page = new PanelPage(() => this.isRunning, this.events);
    this.run = this.runOf(undefined, undefined);
  }

  get onDidChange() {
    return this.events.changed.event;
  }

  /** What the open panel has to be told after its snapshot. */
  get onDidPost() {
    return this.events.posted.event;
  }

  /** What the panel says of files that it decoded, points that were drawn, things to take along. */
  get onDidAnswer() {
    return this.events.answered.event;
  }

  /** What the person has to be told, wherever they are. */
  get onDidTell() {
    return this.events.told.event;
  }

  /** What the person wants that is done outside of the panel. */
  get onDidAsk() {
    return this.events.asked.event;
  }

  /** Whether the panel's page is there and hears what is posted. */
  get isShown(): boolean {
    return this.page.isThere;
  }

  get lesson(): Lesson | undefined {
    return this.teaching.lesson;
  }

  /** The step that the person reads. */
  get step(): LessonStep | undefined {
    return this.teaching.place.step;
  }

  /** Whether the panel has got its snapshot and was not closed since. */
  get isRunning(): boolean {
    return this.run.isRunning;
  }

  /** Of the run in the panel; while there is none, of the one that would begin. */
  get hyperparameters(): Hyperparameters {
    const { running, wanted } = this.run.hyperparameters;
    return running ?? wanted;
  }

  /** In what the form differs from the run in the panel. */
  get wantedChanges(): HyperparameterChanges {
    return this.run.wantedChanges;
  }

  /** The run of the lesson with all that is needed to come back to it; absent until it has a checkpoint. */
  get keptRun(): KeptRun | undefined {
    return this.run.kept;
  }

  /** What the run in the panel reported last. */
  get summary(): RunSummary | undefined {
    return this.run.summary;
  }

  /**
   * Makes this the lesson and brings its own run back from the store. Choosing the current lesson again goes only to the
   * place that is asked for.
   */
  async choose(lesson: Lesson, opening: Opening = {}): Promise<void> {
    this.choices += 1;
    const choice = this.choices;
    if (lesson.id === this.lesson?.id) {
      this.visit(opening.visit);
      return;
    }
    const loaded = await this.collections.load(this.services.store, lesson.id);
    if (choice !== this.choices) {
      return;
    }
    const { kept, problem } = loaded;
    if (problem) {
      this.services.store.archive(lesson.id);
    }
    this.collections.comeBackTo(loaded);
    this.page.goes();
    this.teaching.choose(lesson, opening);
    this.run = this.runOf(lesson, kept);
    this.events.changed.fire('lesson');
    this.events.changed.fire('hyperparameters');
    this.events.changed.fire('run');
    if (problem) {
      this.events.told.fire(problem);
    }
  }

  /** The current lesson in another language, or after somebody worked on it; a run that was played or changed goes on. */
  replaceText(lesson: Lesson, course: readonly LessonCard[] = []): void {
    if (lesson.id === this.lesson?.id) {
      this.teaching.replaceText(lesson, course);
      this.page.post({ type: 'lesson', lesson, course: [...course] });
      this.events.changed.fire('lesson');
      this.run.followLesson();
    }
  }

  /** Lesson or settings may begin a run with other hyperparameters now; they take effect with the next reset or run. */
  refreshDefaults(): void {
    this.run.refreshDefaults();
  }

  /** A panel is ready: everything that it needs to begin or to come back, if a lesson was chosen. */
  panelReady(): HostToPanel | undefined {
    const teaching = this.teaching.begin();
    if (!teaching) {
      return undefined;
    }
    const { hyperparameters, saved } = this.run.show();
    const opens = this.page.comes();
    this.events.changed.fire('lesson');
    this.events.changed.fire('hyperparameters');
    const { strings } = this.services;
    const collection = this.collections.ofRun;
    const { belonging } = this.run.starter;
    return snapshotMessage({ teaching, hyperparameters, strings, saved, collection, belonging, opens });
  }

  /** The panel's page was destroyed, because another editor covers it; it will ask again. */
  panelHidden(): void {
    this.page.goes();
    this.run.hide();
    this.events.changed.fire('run');
  }

  panelClosed(): void {
    this.page.goes();
    this.run.close();
    this.events.changed.fire('lesson');
    this.events.changed.fire('hyperparameters');
    this.events.changed.fire('run');
  }

  /** Takes note of what the panel says. What belongs to a run that is no longer wanted is ignored. */
  receive(message: Exclude<PanelToHost, { type: 'ready' | 'preferences' }>): void {
    const { run, teaching, events } = this;
    receiveFromPanel(message, { run, teaching, events, log: this.services.log });
  }

  /** Everything that the form shows. */
  formMessage(): HostToForm {
    const { collections, run, services, teaching } = this;
    return formMessage(run.hyperparameters, collections.offered, teaching.place, services.strings);
  }

  /**
   * The person gives a hyperparameter another value. A value that cannot be is a failure that tells the range, and the
   * run goes on as it was.
   */
  edit(name: string, value: unknown): Result<Hyperparameters> {
    return this.run.edit(name, value);
  }

  /** Back to what the run was started with. */
  resetHyperparameters(): void {
    this.run.reset();
  }

  /** A new run from round 0 with everything that is wanted; the old one is given up. */
  restart(): void {
    if (this.lesson) {
      this.run.starter.restart();
    }
  }

  /**
   * A new run from round 0 that differs so from the one that the lesson begins with; the run before can be gone back to.
   * Fails, and changes nothing, when it cannot be.
   */
  startWith(changes: HyperparameterChanges): Result<Hyperparameters> {
    return this.run.starter.startWith(changes);
  }

  /**
   * A run of a file takes the place of the lesson's run, which can be gone back to. Fails, and changes nothing, when the
   * collection that it was trained on is not there, or another lesson was chosen meanwhile.
   */
  async openRun(kept: KeptRun): Promise<Result<void>> {
    const { choices } = this;
    const collection = await this.collections.ofFile(kept.run);
    if (!collection.ok) {
      return collection;
    }
    if (choices !== this.choices) {
      return failure(
        l10n.t('Another lesson was opened meanwhile.'),
        l10n.t('Open the run again, in the lesson in which you want it.'),
      );
    }
    this.run.starter.comeTo({ kept, collection: collection.value });
    return success(undefined);
  }

  /** Where the person is, and in what their run differs from the one that the lesson begins with; absent without a lesson. */
  get whereabouts(): LessonLink | undefined {
    const { lesson, step } = this;
    return lesson && { lesson: lesson.id, ...(step && { step: step.id }), changes: this.run.differences };
  }

  /** A learner's own collection becomes the data of a new run from round 0. */
  trainOn(collection: OwnCollection): Result<Hyperparameters> {
    this.collections.add(collection);
    const edited = this.edit('data', collection.data);
    if (edited.ok) {
      this.restart();
    }
    return edited;
  }

  /** The latest collection of a kind, if there is one. */
  latestCollection(data: OwnCollection['data']): OwnCollection | undefined {
    return this.collections.latest(data);
  }

  /** Asks the panel to decode, to let the person draw, or for something to take along; see {@link onDidAnswer}. */
  ask(message: Extract<HostToPanel, { type: 'compare' | 'decodePictures' | 'drawPoints' | 'export' }>): void {
    this.page.post(message);
  }

  /** Lights what belongs to a phase on the stage; the run stays where it is. */
  showPhase(phase: Phase): void {
    this.page.post({ type: 'showPhase', phase });
  }

  /** Does what a button of the panel does. */
  command(command: TransportCommand): void {
    if (command === 'restart') {
      this.restart();
    } else {
      this.page.post({ type: 'command', command });
    }
  }

  /** Opens a part of the panel that is not always in sight; before there is a panel, as soon as there is one. */
  openActivity(opens: ActivityName): void {
    this.page.open(opens);
  }

  dispose(): void {
    this.following.dispose();
    this.events.dispose();
  }

  /** @param kept the run to come back to; absent for a fresh one */
  private runOf(lesson: Lesson | undefined, kept: KeptRun | undefined): LessonRun {
    const { store, log, backend } = this.services;
    const { collections, events, teaching } = this;
    return new LessonRun(
      { lessonId: lesson?.id, recipe: (experiment) => teaching.recipe(experiment, backend()), kept },
      { store, log, collections, events, locked: () => teaching.place.locked },
    );
  }

  /** Goes to a step or section of the lesson, now or when the panel is there. */
  private visit(id: string | undefined): void {
    const { place } = this.teaching;
    const before = this.step;
    if (id === undefined || !place.visit(id)) {
      return;
    }
    if (this.isShown) {
      this.page.post({ type: 'visit', id: place.takeVisit() ?? id });
    }
    if (this.step !== before) {
      this.events.placeChanged();
    }
  }
}
