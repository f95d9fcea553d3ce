import * as tf from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../src/shared/domain/hyperparameters';
import { SimdBackend } from '../../webview/backend/simd/simdBackend';
import { Trainer } from '../../webview/gan/trainer';
import { POINTS, PORTRAITS } from './jobs';
import type { Figures } from './results';

/** How long the engine is watched. A leak is one of every round or every rebuild, so that fewer of them show it as well. */
interface LeakWatch {
  readonly rebuilds: number;
  readonly rounds: number;
}

export const LONG_WATCH: LeakWatch = { rebuilds: 100, rounds: 10_000 };
/** A few seconds. */
export const SHORT_WATCH: LeakWatch = { rebuilds: 10, rounds: 1000 };

/** Until the heap has every size of room that a round asks for, and the film and the charts are full. */
const WARM_UP_ROUNDS = 1000;

async function trainerOf(h: Hyperparameters): Promise<Trainer> {
  const created = await Trainer.create(h);
  if (!created.ok) {
    throw new Error(created.problem.message);
  }
  return created.value;
}

function run(trainer: Trainer, rounds: number): void {
  for (let round = 0; round < rounds; round++) {
    const result = trainer.runRound();
    if (!result.ok) {
      throw new Error(result.problem.message);
    }
  }
}

/** Tensors that are still there after runs were built, trained for a round, shown, saved and put away again. */
async function tensorsAfter(rebuilds: number): Promise<number> {
  let before = 0;
  for (let rebuild = 0; rebuild <= rebuilds; rebuild++) {
    const trainer = await trainerOf({ ...(rebuild % 2 === 0 ? PORTRAITS : POINTS), collectionSize: 64 });
    run(trainer, 1);
    trainer.frame({ playing: false, wholeRounds: false });
    trainer.checkpoint();
    trainer.dispose();
    if (rebuild === 0) {
      before = tf.memory().numTensors;
    }
  }
  return tf.memory().numTensors - before;
}

/** Growth of what tensors take and of WebAssembly's memory, in bytes. */
async function bytesAfter(rounds: number): Promise<number> {
  const trainer = await trainerOf(POINTS);
  const used = (): number => {
    const backend = tf.backend();
    return tf.memory().numBytes + (backend instanceof SimdBackend ? backend.heap.reservedBytes : 0);
  };
  run(trainer, WARM_UP_ROUNDS);
  const before = used();
  run(trainer, rounds);
  const growth = used() - before;
  trainer.dispose();
  return growth;
}

/** What the engine leaves behind, counted in Node, as it would be after a long watch. */
export async function measureLeaks({ rebuilds, rounds }: LeakWatch): Promise<Figures> {
  return {
    'leak.tensorsPer100Rebuilds': (await tensorsAfter(rebuilds)) * (LONG_WATCH.rebuilds / rebuilds),
    'leak.bytesPer10000Rounds': (await bytesAfter(rounds)) * (LONG_WATCH.rounds / rounds),
  };
}
