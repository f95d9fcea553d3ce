import type { OwnCollection } from '../shared/domain/collection';
import type { OwnData } from '../shared/domain/hyperparameters';

/** The learner's own collections that are at hand. */
export interface OwnCollections {
  /** Settles when everything that was kept is known; until then there are none. */
  load(): Promise<void>;
  /** The collection of a kind that was used last: a new run on such data trains on it. */
  latest(data: OwnData): OwnCollection | undefined;
  /** The collection that a saved run was trained on; from now on the latest of its kind. */
  find(data: OwnData, digest: string | undefined): Promise<OwnCollection | undefined>;
  /** Takes a collection over; it is the latest of its kind. */
  add(collection: OwnCollection): void;
}

/** Keeps the latest collection of each kind, for as long as the program runs. */
export class MemoryCollections implements OwnCollections {
  private readonly collections = new Map<OwnData, OwnCollection>();

  load(): Promise<void> {
    return Promise.resolve();
  }

  latest(data: OwnData): OwnCollection | undefined {
    return this.collections.get(data);
  }

  find(data: OwnData, digest: string | undefined): Promise<OwnCollection | undefined> {
    const latest = this.latest(data);
    return Promise.resolve(latest?.digest === digest ? latest : undefined);
  }

  add(collection: OwnCollection): void {
    this.collections.set(collection.data, collection);
  }
}
