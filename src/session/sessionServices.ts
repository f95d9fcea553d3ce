import type { OwnCollections } from '../collections/ownCollections';
import type { Log } from '../log';
import type { Hyperparameters } from '../shared/domain/hyperparameters';
import type { ProgressBook } from './progressBook';
import type { RunStore } from './runStore';
import type { Strings } from './sessionMessages';

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
  /** A name that was never given before, of letters and digits. */
  readonly uniqueName: () => string;
  readonly log: Log;
}
