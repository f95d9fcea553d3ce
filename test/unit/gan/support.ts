import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import { PICTURE_DEFAULTS, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { success, type Result } from '../../../src/shared/result';
import type { BackendChoice } from '../../../src/shared/wire/run';
import { BackendChooser } from '../../../webview/gan/backendChooser';
import { Trainer } from '../../../webview/gan/trainer';

/** Portraits of 12 x 12 with networks small enough that hundreds of rounds take a second. */
export const SMALL: Hyperparameters = {
  ...PICTURE_DEFAULTS,
  backend: 'cpu',
  pictureSize: 12,
  collectionSize: 64,
  batchSize: 8,
  latentSize: 4,
  generatorWidth: 4,
  discriminatorWidth: 4,
};

export function valueOf<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : result.problem.message);
  return result.value;
}

export async function trainerOf(changes: Partial<Hyperparameters> = {}): Promise<Trainer> {
  return valueOf(await Trainer.create({ ...SMALL, ...changes }));
}

/** tfjs's own CPU backend, which composes of tfjs's operations what ours has kernels for, as WebGL does. */
export class ComposedBackend extends BackendChooser {
  override async forNewRun(): Promise<Result<BackendChoice>> {
    assert.ok(await tf.setBackend('cpu'));
    return success({ backend: 'cpu', reason: 'A test wants it.' });
  }
}

export function runRounds(trainer: Trainer, count: number): void {
  for (let round = 0; round < count; round++) {
    valueOf(trainer.runRound());
  }
}

export function runPhases(trainer: Trainer, count: number): void {
  for (let phase = 0; phase < count; phase++) {
    valueOf(trainer.runPhase());
  }
}

/** A whole round, one phase after the other. */
export function runStepped(trainer: Trainer, rounds: number): void {
  runPhases(trainer, 7 * rounds);
}

export function checkpointOf(trainer: Trainer): Uint8Array {
  return valueOf(trainer.checkpoint()).bytes;
}
