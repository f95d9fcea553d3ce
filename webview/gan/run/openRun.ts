import * as l10n from '@vscode/l10n';
import { checkSamples, type OwnSamples } from '../../../src/shared/domain/collection';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { failure, success, type Result } from '../../../src/shared/result';
import type { BackendChoice } from '../../../src/shared/wire/run';
import type { BackendChooser } from '../backendChooser';
import { decodeCheckpoint, type Checkpoint } from '../checkpoint/checkpoint';
import { createCollection } from '../datasets';
import { checkCombination } from '../networks';
import { Gan } from '../training/gan';

/** What a trainer is made of. */
export interface TrainerParts {
  readonly backend: BackendChoice;
  readonly hyperparameters: Hyperparameters;
  /** On that backend, with the collection that it trains on. */
  readonly gan: Gan;
  /** Of a saved run. */
  readonly checkpoint?: Checkpoint;
}

/**
 * A new run, at round 0. Fails when the hyperparameters do not go together or no backend starts.
 *
 * @param own the learner's own samples, for a run on such data
 */
export async function openNewRun(
  h: Hyperparameters,
  own: OwnSamples | undefined,
  backends: BackendChooser,
): Promise<Result<TrainerParts>> {
  const checked = checkSamples(h, own);
  if (!checked.ok) {
    return checked;
  }
  const collection = createCollection(h, checked.value);
  const problem = checkCombination(h, collection);
  if (problem !== undefined) {
    return { ok: false, problem };
  }
  const backend = await backends.forNewRun(h, collection);
  if (!backend.ok) {
    return backend;
  }
  return success({ backend: backend.value, hyperparameters: h, gan: Gan.create(h, collection) });
}

/**
 * The run of a checkpoint, between two rounds. Fails when it cannot be read, when its samples are not there, when its
 * weights do not fit its networks or when no backend starts.
 *
 * @param bytes a checkpoint file
 * @param saved the backend on which it ran
 * @param own the learner's own samples, for a run on such data; they must be the ones that it was trained on
 */
export async function openSavedRun(
  bytes: Uint8Array,
  saved: BackendChoice['backend'],
  own: OwnSamples | undefined,
  backends: BackendChooser,
): Promise<Result<TrainerParts>> {
  const decoded = decodeCheckpoint(bytes);
  if (!decoded.ok) {
    return decoded;
  }
  const checkpoint = decoded.value;
  const h = checkpoint.hyperparameters;
  const checked = checkSamples(h, own, checkpoint.collection);
  if (!checked.ok) {
    return checked;
  }
  const collection = createCollection(h, checked.value);
  const backend = await backends.forSavedRun(h, saved);
  if (!backend.ok) {
    return backend;
  }
  const gan =
    checkCombination(h, collection) === undefined ? Gan.restore(h, collection, checkpoint.gan) : undefined;
  if (gan === undefined) {
    return failure(
      l10n.t('The saved run could not be opened: its weights do not fit its networks.'),
      l10n.t('Start a new run.'),
    );
  }
  return success({ backend: backend.value, hyperparameters: h, gan, checkpoint });
}
