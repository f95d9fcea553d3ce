import { MemoryCollections, type OwnCollections } from '../collections/ownCollections';
import type { Disposable } from '../emitter';
import type { Log } from '../log';
import type { OwnCollection } from '../shared/collection';
import type { Hyperparameters } from '../shared/hyperparameters';
import type { Lesson, LessonStep } from '../shared/lesson';
import { lessonDefaults } from '../shared/lessonDefaults';
import type { HostToForm, HostToPanel, PanelToHost, RunSummary, TransportCommand } from '../shared/messages';
import { unreachable, type Result } from '../shared/result';
import { LessonPlace } from './lessonPlace';
import { LessonRun } from './lessonRun';
import type { KeptRun, RunStore } from './runStore';
import { SessionCollections } from './sessionCollections';
import { SessionEvents } from './sessionEvents';
import { formMessage, snapshotMessage, type Strings } from './sessionMessages';

/** What a session needs of the world. */
export interface SessionServices {
  readonly store: RunStore;
  /** The person's choice in the settings. */
  readonly backend: () => Hyperparameters['backend'];
  readonly strings: Strings | undefined;
  /** Where the learner's own collections are kept; without it, only in memory. */
  readonly collections?: OwnCollections;
  readonly log: Log;
}

/**
 * The one owner of which lesson is taught, which hyperparameters are wanted and which are running, and what the run
 * reports. Views show what it says and tell it what the person does; it knows none of them.
 */
export class Session implements Disposable {
  private readonly events: SessionEvents;
  private readonly collections: SessionCollections;
  private readonly place = new LessonPlace();
  private run: LessonRun;
  /** Counts the choices of a lesson, so that a slow one does not overtake a later one. */
  private choices = 0;
  private pageIsThere = false;

  constructor(private readonly services: SessionServices) {
    this.events = new SessionEvents(services.log);
    this.collections = new SessionCollections(services.collections ?? new MemoryCollections());
    this.run = this.runOf(undefined, undefined);
  }

  get onDidChange() {
    return this.events.changed.event;
  }

  /** What the open panel has to be told after its snapshot. */
  get onDidPost() {
    return this.events.posted.event;
  }

  /** What the panel says about collections: files that it decoded, points that were drawn. */
  get onDidAnswer() {
    return this.events.answered.event;
  }

  /** What the person has to be told, wherever they are. */
  get onDidTell() {
    return this.events.told.event;
  }

  /** Whether the panel's page is there and hears what is posted. */
  get isShown(): boolean {
    return this.pageIsThere;
  }

  get lesson(): Lesson | undefined {
    return this.place.lesson;
  }

  /** The step of the passage that the person reads. */
  get step(): LessonStep | undefined {
    return this.place.step;
  }

  /** Whether the panel has got its snapshot and was not closed since. */
  get isRunning(): boolean {
    return this.run.isRunning;
  }

  /** What the run in the panel reported last. */
  get summary(): RunSummary | undefined {
    return this.run.summary;
  }

  /**
   * Makes this the lesson and brings its own run back from the store. Choosing the current lesson again changes
   * nothing.
   */
  async choose(lesson: Lesson): Promise<void> {
    this.choices += 1;
    const choice = this.choices;
    if (lesson.id === this.lesson?.id) {
      return;
    }
    const loaded = await this.collections.load(this.services.store, lesson.id);
    if (choice !== this.choices) {
      return;
    }
    const { kept, problem } = loaded;
    if (problem) {
      this.services.store.setAside(lesson.id);
    }
    this.collections.comeBackTo(loaded);
    this.pageIsThere = false;
    this.place.choose(lesson);
    this.run = this.runOf(lesson, kept);
    this.events.changed.fire('lesson');
    this.events.changed.fire('hyperparameters');
    this.events.changed.fire('run');
    if (problem) {
      this.events.told.fire(problem);
    }
  }

  /** The text of the current lesson in another language; its run goes on. */
  replaceText(lesson: Lesson): void {
    if (lesson.id === this.lesson?.id) {
      this.place.replaceText(lesson);
      this.postIfRunning({ type: 'lesson', lesson });
      this.events.changed.fire('lesson');
    }
  }

  /** The person has chosen another backend in the settings; it takes effect with the next run. */
  refreshDefaults(): void {
    this.run.hyperparameters.replaceDefaults(lessonDefaults(this.lesson, this.services.backend()));
    this.events.changed.fire('hyperparameters');
  }

  /** A panel is ready: everything that it needs to begin or to come back, if a lesson was chosen. */
  panelReady(): HostToPanel | undefined {
    const { lesson } = this;
    if (!lesson) {
      return undefined;
    }
    const { hyperparameters, saved } = this.run.show();
    this.pageIsThere = true;
    this.events.changed.fire('lesson');
    this.events.changed.fire('hyperparameters');
    const collection = this.collections.ofRun;
    return snapshotMessage({ lesson, hyperparameters, strings: this.services.strings, saved, collection });
  }

  /** The panel's page was destroyed, because another editor covers it; it will ask again. */
  panelHidden(): void {
    this.pageIsThere = false;
    this.run.hide();
    this.events.changed.fire('run');
  }

  panelClosed(): void {
    this.pageIsThere = false;
    this.run.close();
    this.events.changed.fire('lesson');
    this.events.changed.fire('hyperparameters');
    this.events.changed.fire('run');
  }

  /** Takes note of what the panel says. What belongs to a run that is no longer wanted is ignored. */
  receive(message: Exclude<PanelToHost, { type: 'ready' }>): void {
    switch (message.type) {
      case 'summary':
        this.run.takeSummary(message.summary);
        return;
      case 'checkpoint':
        this.run.takeCheckpoint(message);
        return;
      case 'restart':
        this.restart();
        return;
      case 'change':
        this.run.change(message.changes);
        return;
      case 'passage':
        this.goTo(message.id);
        return;
      case 'picturesDecoded':
      case 'pointsDrawn':
        this.events.answered.fire(message);
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
    return formMessage(this.run.hyperparameters, this.collections.offered, this.services.strings);
  }

  /**
   * The person gives a hyperparameter another value. A value that cannot be is a failure that tells the range, and the
   * run goes on as it was.
   */
  edit(name: string, value: unknown): Result<Hyperparameters> {
    return this.run.edit(name, value);
  }

  /** Back to what the lesson starts with. */
  resetHyperparameters(): void {
    this.run.reset();
  }

  /** A new run from round 0 with everything that is wanted; the old one is given up. */
  restart(): void {
    if (this.lesson) {
      this.run.restart();
    }
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

  /** Asks the panel to decode pictures or to let the person draw; it answers through {@link onDidAnswer}. */
  ask(message: Extract<HostToPanel, { type: 'decodePictures' | 'drawPoints' }>): void {
    this.postIfRunning(message);
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
    this.events.dispose();
  }

  /** @param kept the run to come back to; absent for a fresh one */
  private runOf(lesson: Lesson | undefined, kept: KeptRun | undefined): LessonRun {
    const { store, log } = this.services;
    const defaults = lessonDefaults(lesson, this.services.backend());
    const { collections, events } = this;
    return new LessonRun({ lessonId: lesson?.id, defaults, kept }, { store, log, collections, events });
  }

  private goTo(passageId: string): void {
    if (this.place.goTo(passageId)) {
      this.events.changed.fire('lesson');
    }
  }

  private postIfRunning(message: HostToPanel): void {
    if (this.isRunning) {
      this.events.posted.fire(message);
    }
  }
}
