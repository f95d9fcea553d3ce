import { MemoryCollections, type OwnCollections } from '../collections/ownCollections';
import type { Disposable } from '../emitter';
import type { Log } from '../log';
import type { OwnCollection } from '../shared/collection';
import type { Hyperparameters } from '../shared/hyperparameters';
import type { ActivityName, Lesson, LessonCard, LessonStep } from '../shared/lesson';
import type { HostToForm, HostToPanel, PanelToHost, RunSummary, TransportCommand } from '../shared/messages';
import { unreachable, type Result } from '../shared/result';
import type { Opening } from './lessonPlace';
import { LessonRun } from './lessonRun';
import { ProgressBook, TransientMemory } from './progressBook';
import type { KeptRun, RunStore } from './runStore';
import { SessionCollections } from './sessionCollections';
import { SessionEvents } from './sessionEvents';
import { formMessage, snapshotMessage, type Strings } from './sessionMessages';
import { Teaching } from './teaching';

/** What a session needs of the world. */
export interface SessionServices {
  readonly store: RunStore;
  /** The person's choice in the settings. */
  readonly backend: () => Hyperparameters['backend'];
  readonly strings: Strings | undefined;
  /** Where the learner's own collections are kept; without it, only in memory. */
  readonly collections?: OwnCollections;
  /** What was learned in all lessons; without it, it is known only until the program ends. */
  readonly progress?: ProgressBook;
  readonly log: Log;
}

/**
 * The one owner of which lesson is taught, which hyperparameters are wanted and which are running, and what the run
 * reports. Views show what it says and tell it what the person does; it knows none of them.
 */
export class Session implements Disposable {
  private readonly events: SessionEvents;
  private readonly collections: SessionCollections;
  private readonly teaching: Teaching;
  private readonly following: Disposable;
  private run: LessonRun;
  /** Counts the choices of a lesson, so that a slow one does not overtake a later one. */
  private choices = 0;
  /** What to open in the panel that comes next. */
  private toOpen: ActivityName | undefined;
  private pageIsThere = false;

  constructor(private readonly services: SessionServices) {
    this.events = new SessionEvents(services.log);
    this.collections = new SessionCollections(services.collections ?? new MemoryCollections());
    const progress = services.progress ?? new ProgressBook(new TransientMemory(), services.log);
    this.teaching = new Teaching(progress);
    this.following = progress.onDidChange(({ lessonId, cause }) => {
      if (cause === 'replaced' && lessonId === this.lesson?.id) {
        this.postIfRunning({ type: 'progress', progress: progress.of(lessonId) });
      }
    });
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

  /** What the person wants that is done outside of the panel. */
  get onDidAsk() {
    return this.events.asked.event;
  }

  /** Whether the panel's page is there and hears what is posted. */
  get isShown(): boolean {
    return this.pageIsThere;
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
      this.services.store.setAside(lesson.id);
    }
    this.collections.comeBackTo(loaded);
    this.pageIsThere = false;
    this.teaching.choose(lesson, opening);
    this.run = this.runOf(lesson, kept);
    this.events.changed.fire('lesson');
    this.events.changed.fire('hyperparameters');
    this.events.changed.fire('run');
    if (problem) {
      this.events.told.fire(problem);
    }
  }

  /** The text of the current lesson in another language; its run goes on. */
  replaceText(lesson: Lesson, course: readonly LessonCard[] = []): void {
    if (lesson.id === this.lesson?.id) {
      this.teaching.replaceText(lesson, course);
      this.postIfRunning({ type: 'lesson', lesson, course: [...course] });
      this.events.changed.fire('lesson');
    }
  }

  /** The person has chosen another backend in the settings; it takes effect with the next run. */
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
    this.pageIsThere = true;
    this.events.changed.fire('lesson');
    this.events.changed.fire('hyperparameters');
    const { strings } = this.services;
    const collection = this.collections.ofRun;
    const { belonging } = this.run;
    const opens = this.toOpen;
    this.toOpen = undefined;
    return snapshotMessage({ teaching, hyperparameters, strings, saved, collection, belonging, opens });
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
      case 'runBefore':
        this.run.goBackToRunBefore();
        return;
      case 'progress':
        if (this.teaching.learn(message.event)) {
          this.placeChanged();
        }
        return;
      case 'experiment':
        this.startExperiment(message.id, message.play);
        return;
      case 'try':
        this.try(message.section, message.choice);
        return;
      case 'openLesson':
      case 'activity':
        this.events.asked.fire(message);
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

  /** Opens a part of the panel that is not always in sight; before there is a panel, as soon as there is one. */
  openActivity(opens: ActivityName): void {
    if (this.pageIsThere) {
      this.postIfRunning({ type: 'open', opens });
    } else {
      this.toOpen = opens;
    }
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

  private startExperiment(id: string, play: boolean): void {
    const experiment = this.teaching.experiment(id);
    if (experiment) {
      this.run.startExperiment(id, { playTo: play ? experiment.rounds : undefined });
    }
  }

  private try(section: string, choice: number): void {
    const changes = this.teaching.choiceOf(section, choice);
    if (changes) {
      this.run.try(changes);
    }
  }

  /** Goes to a step or section of the lesson, now or when the panel is there. */
  private visit(id: string | undefined): void {
    const { place } = this.teaching;
    const before = this.step;
    if (id === undefined || !place.visit(id)) {
      return;
    }
    if (this.isShown) {
      this.postIfRunning({ type: 'visit', id: place.takeVisit() ?? id });
    }
    if (this.step !== before) {
      this.placeChanged();
    }
  }

  /** The step that the person reads is another, and with it what the form hides and holds fixed. */
  private placeChanged(): void {
    this.events.changed.fire('lesson');
    this.events.changed.fire('hyperparameters');
  }

  private postIfRunning(message: HostToPanel): void {
    if (this.isRunning) {
      this.events.posted.fire(message);
    }
  }
}
