import * as l10n from '@vscode/l10n';
import type { OwnCollections } from '../collections/ownCollections';
import { missingCollection, type OwnCollection } from '../shared/domain/collection';
import { isOwnData, OWN_DATA, type Hyperparameters, type OwnData } from '../shared/domain/hyperparameters';
import type { SavedRun } from '../shared/wire/checkpoint';
import { failure, success, type Problem, type Result } from '../shared/result';
import type { KeptRun, RunStore, UnreadableRun } from './runStore';

/** A run that can take the place of another one. */
export interface OtherRun {
  readonly kept: KeptRun;
  /** The learner's own one that it trains on; absent for other data. */
  readonly collection: OwnCollection | undefined;
}

/** What is there to come back to, or the reason why it cannot be done. */
export interface LoadedRun {
  readonly kept?: KeptRun | undefined;
  readonly collection?: OwnCollection;
  /** The run that was given up for that one, if there is one that can go on. */
  readonly previous?: OtherRun;
  /** The run is there, but cannot be read. */
  readonly unreadable?: UnreadableRun;
  readonly problem?: Problem;
}

/** The collection of a run; neither where it trains on other data. */
interface Found {
  readonly collection?: OwnCollection;
  /** The kind of the one that is not there. */
  readonly missing?: OwnData;
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

  /** A lesson's saved run and the collection that it was trained on; without that one it cannot go on. */
  async load(store: RunStore, lessonId: string): Promise<LoadedRun> {
    await this.collections.load();
    const { kept, previous, unreadable } = await store.load(lessonId);
    const before = previous && (await this.find(previous.run));
    const earlier =
      previous && before && !before.missing
        ? { previous: { kept: previous, collection: before.collection } }
        : {};
    const found = kept && (await this.find(kept.run));
    if (!found?.missing) {
      return {
        kept,
        ...(found?.collection && { collection: found.collection }),
        ...earlier,
        ...(unreadable && { unreadable }),
      };
    }
    return {
      ...earlier,
      problem: {
        message: l10n.t(
          'The collection of your own that this run was trained on is missing or was changed, so the lesson starts afresh. The old run stays on disk.',
        ),
        next: missingCollection(found.missing).next,
      },
    };
  }

  /** The collection that a run of a file was trained on, if it is one of the learner's own; fails when it is not here. */
  async ofFile(run: SavedRun): Promise<Result<OwnCollection | undefined>> {
    await this.collections.load();
    const { collection, missing } = await this.find(run);
    return missing
      ? failure(
          l10n.t(
            'This run was trained on a collection of somebody’s own, which is not part of its file and not on this machine.',
          ),
          l10n.t(
            '{0} Then open the run again. Your own run stays as it was.',
            missingCollection(missing).next,
          ),
        )
      : success(collection);
  }

  private async find({ hyperparameters: { data }, collection: digest }: SavedRun): Promise<Found> {
    if (!isOwnData(data)) {
      return {};
    }
    const collection = await this.collections.find(data, digest);
    return collection ? { collection } : { missing: data };
  }
}
