import type { SavedRun } from '../../../src/shared/wire/checkpoint';
import { samplesOf, type OwnCollection } from '../../../src/shared/domain/collection';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { PanelToWorker, Strings } from '../../../src/shared/wire/messages';

/** What the worker is told to begin a run, or to come back to one. */
export function startMessage(
  {
    hyperparameters,
    collection,
    saved,
  }: {
    readonly hyperparameters: Hyperparameters;
    /** What it trains on, if it is the learner's own. */
    readonly collection?: OwnCollection | undefined;
    /** The run to come back to; without it, it starts at round 0. */
    readonly saved?: SavedRun | undefined;
  },
  strings: Strings | undefined,
): Extract<PanelToWorker, { type: 'start' }> {
  return {
    type: 'start',
    hyperparameters,
    ...(strings && { strings }),
    ...(collection && { collection: samplesOf(collection, hyperparameters.pictureSize) }),
    ...(saved && {
      resume: {
        checkpoint: saved.checkpoint,
        backend: saved.backend,
        position: saved.position,
        wholeRounds: saved.wholeRounds,
      },
    }),
  };
}
