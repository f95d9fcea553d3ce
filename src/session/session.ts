import * as l10n from '@vscode/l10n';
import { MemoryCollections, type OwnCollections } from '../collections/ownCollections';
import type { Disposable, Event } from '../emitter';
import type { Log } from '../log';
import type { LessonLink } from '../links/lessonLink';
import type { OwnCollection } from '../shared/domain/collection';
import type { Hyperparameters } from '../shared/domain/hyperparameters';
import type { Lesson, LessonCard } from '../shared/domain/lesson';
import type { SavedRun } from '../shared/wire/checkpoint';
import type {
  HostToForm,
  HostToPanel,
  PanelToHost,
  Strings,
  TransportCommand,
} from '../shared/wire/messages';
import { failure, success, type Result } from '../shared/result';
import type { Opening } from './lessonPlace';
import { LessonRun } from './lessonRun';
import { receiveFromPanel } from './panelInbox';
import { PanelPage } from './panelPage';
import { ProgressBook, TransientMemory } from './progressBook';
import type { RunStore, StoredRuns } from './runStore';
import { SessionCollections, type RestorableRun } from './sessionCollections';
import { type ReportedProblem, type SessionChange, SessionEvents } from './sessionEvents';
import { Teaching } from './teaching';

/** What a session needs of the world. */
interface SessionServices {
  readonly store: RunStore;
  /** The person's choice in the settings. */
  readonly backend: () => Hyperparameters['backend'];
  /** For the webviews; absent in English. */
  readonly strings: Strings | undefined;
  /** Where the learner's own collections are kept; without it, only in memory. */
  readonly collections?: OwnCollections;
  /** What was learned in all lessons; without it, it is known only until the program ends. */
  readonly progress?: ProgressBook;
  /** See `optionOrderOf`; without it, options are read as they were written. */
  readonly optionOrder?: number;
  /** A name that was never given before, of letters and digits. */
  readonly uniqueName: () => string;
  readonly log: Log;
}

/**
 * The one owner of which lesson is taught, which hyperparameters are wanted and which are running, and what the run
 * reports. Views show what it says and tell it what the person does; it knows none of them.
 */
export class Session implements Disposable {
  readonly events: SessionEvents;
  readonly collections: SessionCollections;
  readonly teaching: Teaching;
  readonly page: PanelPage;
  private readonly following: Disposable;
  private readonly keeping: Disposable;
  private currentRun: LessonRun;
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
    this.keeping = services.store.onDidTryToKeep((report) =>
      this.run.keeping.takeReport(report, this.run.origin.run),
    );
    this.page = new PanelPage(() => this.run.isRunning, this.events);
    this.currentRun = this.runOf(undefined, undefined, undefined);
  }

  get onDidChange(): Event<SessionChange> {
    return this.events.changed.event;
  }

  /** The run of the lesson; another object for every lesson. */
  get run(): LessonRun {
    return this.currentRun;
  }

  get lesson(): Lesson | undefined {
    return this.teaching.lesson;
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
    const { problem } = loaded;
    if (problem) {
      this.services.store.archive(lesson.id);
    }
    this.collections.restore(loaded.current?.collection);
    this.page.disconnected();
    this.teaching.choose(lesson, opening);
    this.currentRun = this.runOf(lesson, loaded.current?.saved, loaded.previous);
    this.events.changed.fire('lesson');
    this.events.changed.fire('hyperparameters');
    this.events.changed.fire('run');
    if (problem) {
      this.events.problemReported.fire(problem);
    }
    if (loaded.unreadable) {
      this.events.problemReported.fire(this.problemOf(loaded.unreadable));
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

  /** A panel is ready: everything that it needs to begin or to come back, if a lesson was chosen. */
  panelReady(): HostToPanel | undefined {
    const teaching = this.teaching.begin();
    if (!teaching) {
      return undefined;
    }
    const { hyperparameters, saved } = this.run.show();
    const opens = this.page.connected();
    this.events.changed.fire('lesson');
    this.events.changed.fire('hyperparameters');
    const { strings, optionOrder } = this.services;
    const collection = this.collections.ofRun;
    const { origin } = this.run;
    return {
      type: 'snapshot',
      ...teaching,
      hyperparameters,
      ...origin,
      ...(strings && { strings }),
      ...(optionOrder !== undefined && { optionOrder }),
      ...(saved && { saved }),
      ...(collection && { collection }),
      ...(opens && { opens }),
    };
  }

  /** The panel's page was destroyed, because another editor covers it; it will ask again. */
  panelHidden(): void {
    this.page.disconnected();
    this.run.hide();
    this.events.changed.fire('run');
  }

  panelClosed(): void {
    this.page.disconnected();
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
    const { wanted, defaults, running } = this.run.hyperparameters;
    const { hidden, locked } = this.teaching.place;
    const { strings } = this.services;
    return {
      type: 'show',
      wanted,
      defaults,
      ...(running && { running }),
      ...this.collections.offered,
      ...(hidden.length > 0 && { hidden: [...hidden] }),
      ...(locked.length > 0 && { locked: [...locked] }),
      ...(strings && { strings }),
    };
  }

  /**
   * A run of a file takes the place of the lesson's run, which can be gone back to. Fails, and changes nothing, when the
   * collection that it was trained on is not there, or another lesson was chosen meanwhile.
   */
  async openRun(saved: SavedRun): Promise<Result<void>> {
    const { choices } = this;
    const run = await this.collections.ofFile(saved);
    if (!run.ok) {
      return run;
    }
    if (choices !== this.choices) {
      return failure(
        l10n.t('Another lesson was opened meanwhile.'),
        l10n.t('Open the run again, in the lesson in which you want it.'),
      );
    }
    this.run.switchTo(run.value);
    return success(undefined);
  }

  /** Where the person is, and in what their run differs from the one that the lesson begins with; absent without a lesson. */
  get currentLink(): LessonLink | undefined {
    const { lesson, step } = this.teaching.place;
    return lesson && { lesson: lesson.id, ...(step && { step: step.id }), changes: this.run.differences };
  }

  /**
   * A learner's own collection becomes the data of a new run from round 0.
   *
   * @param pictureSize that suits its pictures; absent where that of the run does
   */
  trainOn(collection: OwnCollection, pictureSize?: Hyperparameters['pictureSize']): Result<Hyperparameters> {
    this.collections.add(collection);
    const edited = this.run.edit('data', collection.data);
    if (edited.ok && pictureSize !== undefined) {
      // Where the lesson or another hyperparameter holds the size fixed, the pictures are scaled to it.
      this.run.edit('pictureSize', pictureSize);
    }
    if (edited.ok) {
      this.run.restart();
    }
    return edited;
  }

  /** Does what a button of the panel does. */
  command(command: TransportCommand): void {
    if (command !== 'restart') {
      this.page.post({ type: 'command', command });
    } else if (this.lesson) {
      this.run.restart();
    }
  }

  dispose(): void {
    this.following.dispose();
    this.keeping.dispose();
    this.events.dispose();
  }

  /** That a saved run cannot be opened; offers to train it again, if enough of it is known. */
  private problemOf({ reason, record }: NonNullable<StoredRuns['unreadable']>): ReportedProblem {
    const message = l10n.t(
      'The saved run of this lesson could not be opened: {0} Its files stay on disk, and the lesson starts at round 0.',
      reason,
    );
    if (!record || record.position.round === 0) {
      return { message, next: l10n.t('Train it again from the beginning.') };
    }
    const { run } = this;
    return {
      message,
      next: l10n.t(
        'Its seed and its hyperparameters are known: it can be trained again up to round {0}.',
        record.position.round,
      ),
      action: {
        label: l10n.t('Train Again'),
        act: () => run === this.run && run.trainAgain(record),
      },
    };
  }

  private runOf(
    lesson: Lesson | undefined,
    saved: SavedRun | undefined,
    previous: RestorableRun | undefined,
  ): LessonRun {
    const { store, log, backend, uniqueName } = this.services;
    const { collections, events, teaching } = this;
    return new LessonRun(
      {
        lessonId: lesson?.id,
        recipe: (experiment) => teaching.recipe(experiment, backend()),
        saved,
        previous,
      },
      { store, log, collections, events, uniqueName, locked: () => teaching.place.locked },
    );
  }

  /** Goes to a step or section of the lesson, now or when the panel is there. */
  private visit(id: string | undefined): void {
    const { place } = this.teaching;
    const before = place.step;
    if (id === undefined || !place.visit(id)) {
      return;
    }
    if (this.page.isConnected) {
      this.page.post({ type: 'visit', id: place.consumePendingVisit() ?? id });
    }
    if (place.step !== before) {
      this.events.placeChanged();
    }
  }
}
