import type * as v from 'valibot';
import type { SavedRun } from '../../../src/shared/wire/checkpoint';
import { samplesOf, type OwnCollection } from '../../../src/shared/domain/collection';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { PanelToWorker, StringsSchema } from '../../../src/shared/wire/messages';
import type { Belonging } from '../exercises/learning';

/** Translations for the worker. */
export type Strings = v.InferOutput<typeof StringsSchema>;

/** What a run begins with, or comes back to. */
export interface RunBeginning {
  /** Names the run. */
  readonly run: string;
  readonly hyperparameters: Hyperparameters;
  /** What it trains on, if it is the learner's own. */
  readonly collection?: OwnCollection | undefined;
  /** The run to come back to; without it, it starts at round 0. */
  readonly saved?: SavedRun | undefined;
  readonly belonging?: Belonging | undefined;
  /** Play at once, up to this round. */
  readonly playTo?: number | undefined;
}

/** What the worker is told to begin a run, or to come back to one. */
export function startMessage(
  { hyperparameters, collection, saved }: Pick<RunBeginning, 'hyperparameters' | 'collection' | 'saved'>,
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
