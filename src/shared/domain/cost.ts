import type { Hyperparameters } from './hyperparameters';
import {
  discriminatorWeights,
  generatorWeights,
  multiplications,
  outputCount,
  parameterCount,
  tensorLengths,
  TENSOR_GROUPS,
} from './networkTensors';

/** What a run takes, as far as its hyperparameters tell. */
interface Cost {
  /** Of one processor, without a graphics processor, in seconds; machines differ by a factor of two or three. */
  readonly secondsPerRound: number;
  /** While it trains, in bytes. */
  readonly memory: number;
  /** Of its tensors in a checkpoint, in bytes. */
  readonly checkpoint: number;
}

const BYTES = Float32Array.BYTES_PER_ELEMENT;
/** A gradient by the weights and one by the inputs cost as much as the pass forward each. */
const TRAINED = 3;
const PASSED_BACK = 2;
/** A penalty on a gradient is differentiated twice. */
const PENALISED = 6;
/** Multiplications with additions that our kernels make in a second on one processor of 2020; measured. */
const PER_SECOND = 12e9;
/** A round has so much to do beside its multiplications, in seconds. */
const AROUND = 2e-3;
/** What is alive at the same time for each number that a layer gives: it, its activation, gradients, and patches of convolutions. */
const ALIVE = 20;
/** The same for each weight: gradients, and what an optimizer makes of them while it steps. */
const COPIES = 10;

/** Estimates what a run takes before it starts. */
export function costOf(h: Hyperparameters): Cost {
  const [generator, discriminator] = [generatorWeights(h), discriminatorWeights(h)];
  const [forge, judge] = [multiplications(generator), multiplications(discriminator)];
  const penalties =
    (h.r1Weight > 0 ? PENALISED / h.r1Interval : 0) + (h.gradientPenaltyWeight > 0 ? PENALISED : 0);
  const perSample =
    h.discriminatorSteps * (forge + judge * (2 * TRAINED + penalties)) +
    h.generatorSteps * (forge * TRAINED + judge * PASSED_BACK);
  const lengths = tensorLengths(h);
  const checkpoint =
    BYTES * TENSOR_GROUPS.flatMap((group) => lengths[group]).reduce((sum, length) => sum + length, 0);
  const weights = parameterCount(generator) + parameterCount(discriminator);
  const outputs = outputCount(generator) + 2 * outputCount(discriminator);
  return {
    secondsPerRound: AROUND + (h.batchSize * perSample) / PER_SECOND,
    memory: checkpoint + BYTES * (COPIES * weights + ALIVE * h.batchSize * outputs),
    checkpoint,
  };
}

/** What the kernels can have, in bytes; see the engine's `Heap`. */
const MOST_MEMORY = 2 ** 31;

/** What is worth a word before a run starts; `undefined` where a round takes no more than a second. */
export type CostWarning =
  | { readonly kind: 'slow'; readonly secondsPerRound: number; readonly memory: number }
  /** It is likely to end for want of memory; the largest power of two that would do as batch, or none. */
  | { readonly kind: 'tooLarge'; readonly memory: number; readonly batchSize: number | undefined };

/** Longer rounds are announced, in seconds. */
const SLOW = 1;

/** Whether these hyperparameters ask for much more than a lesson does. */
export function costWarning(h: Hyperparameters): CostWarning | undefined {
  const { secondsPerRound, memory } = costOf(h);
  if (memory > MOST_MEMORY) {
    return { kind: 'tooLarge', memory, batchSize: affordableBatch(h) };
  }
  return secondsPerRound > SLOW ? { kind: 'slow', secondsPerRound, memory } : undefined;
}

/** The largest power of two with which the run fits into memory; `undefined` where no batch of two does. */
function affordableBatch(h: Hyperparameters): number | undefined {
  for (let batchSize = 128; batchSize >= 2; batchSize /= 2) {
    if (batchSize < h.batchSize && costOf({ ...h, batchSize }).memory <= MOST_MEMORY) {
      return batchSize;
    }
  }
  return undefined;
}
