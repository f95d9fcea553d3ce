import * as l10n from '@vscode/l10n';
import type { OwnCollections } from '../collections/ownCollections';
import { missingCollection, type OwnCollection } from '../shared/domain/collection';
import { isOwnData, OWN_DATA, type Hyperparameters, type OwnData } from '../shared/domain/hyperparameters';
import type { SavedRun } from '../shared/wire/checkpoint';
import { failure, success, type Problem, type Result } from '../shared/result';
import type { RunStore, StoredRuns } from './runStore';

/** A saved run with what it trains on, so that it can go on. */
export interface RestorableRun {
  readonly saved: SavedRun;
  /** The learner's own collection that it trains on; absent for other data. */
  readonly collection: OwnCollection | undefined;
}

/** The runs of a lesson that can go on. */
interface LessonRuns extends Pick<StoredRuns, 'unreadable'> {
  readonly current?: RestorableRun | undefined;
  /** The run that was given up for that one. */
  readonly previous?: RestorableRun | undefined;
  /** Why the run of the lesson cannot go on, though it can be read. */
  readonly problem?: Problem;
}

/** Which of the learner's own collections a session's run trains on. */
export class SessionCollections {
  private collectionOfRun: OwnCollection | undefined;

  constructor(private readonly collections: OwnCollections) {}

  /** Of the run in the panel, or of the one to come back to; absent when it trains on other data. */
  get ofRun(): OwnCollection | undefined {
    return this.collectionOfRun;
  }

  /** Those that a run can be started on, for the form; absent when there is none. */
  get offered(): { ownData?: OwnData[] } {
    const ownData = OWN_DATA.filter((data) => this.collections.latest(data));
    return ownData.length > 0 ? { ownData } : {};
  }

  /** The latest collection of a kind, if there is one. */
  latest(data: OwnData): OwnCollection | undefined {
    return this.collections.latest(data);
  }

  /** Takes a collection over; the next run on such data trains on it. */
  add(collection: OwnCollection): void {
    this.collections.add(collection);
  }

  /** Why an edit asks for a collection that is not there, if it does. */
  problemWith(name: string, value: unknown): Problem | undefined {
    const missing =
      name === 'data' && OWN_DATA.find((data) => data === value && !this.collections.latest(data));
    return missing ? missingCollection(missing) : undefined;
  }

  /** A new run with these hyperparameters begins. */
  begin({ data }: Hyperparameters): void {
    this.collectionOfRun = isOwnData(data) ? this.collections.latest(data) : undefined;
  }

  /** A run on this collection, or on other data, is the one to come back to. */
  restore(collection: OwnCollection | undefined): void {
    this.collectionOfRun = collection;
  }

  /** A lesson's saved runs with the collections that they were trained on; without those they cannot go on. */
  async load(store: RunStore, lessonId: string): Promise<LessonRuns> {
    await this.collections.load();
    const { saved, previous, unreadable } = await store.load(lessonId);
    const earlier = previous && (await this.restorable(previous));
    const current = saved && (await this.restorable(saved));
    const runs = {
      ...(earlier?.ok && { previous: earlier.value }),
      ...(unreadable && { unreadable }),
    };
    return current === undefined || current.ok
      ? { ...runs, current: current?.value }
      : {
          ...runs,
          problem: {
            message: l10n.t(
              'Your own collection that this run was trained on is missing or has changed, so the lesson starts over. The old run stays on disk.',
            ),
            next: current.problem.next,
          },
        };
  }

  /** The run of a file, with the collection that it was trained on; fails when that is not here. */
  async ofFile(saved: SavedRun): Promise<Result<RestorableRun>> {
    await this.collections.load();
    const run = await this.restorable(saved);
    return run.ok
      ? run
      : failure(
          l10n.t(
            'This run was trained on somebody’s own collection, which is neither in its file nor on this machine.',
          ),
          l10n.t('{0} Then open the run again. Your own run stays as it was.', run.problem.next),
        );
  }

  private async restorable(saved: SavedRun): Promise<Result<RestorableRun>> {
    const { data } = saved.hyperparameters;
    if (!isOwnData(data)) {
      return success({ saved, collection: undefined });
    }
    const collection = await this.collections.find(data, saved.collection);
    return collection ? success({ saved, collection }) : { ok: false, problem: missingCollection(data) };
  }
}
