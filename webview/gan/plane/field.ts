import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { cellSize, type Grid } from '../metrics/grid';
import type { Discriminator } from '../training/discriminator';
import { LOSSES } from '../training/losses';
import { compute } from './tensors';

/** The middles of a grid's squares [cells * cells, 2], kept; in the order of {@link Grid}. */
export function gridMiddles(grid: Grid): Tensor {
  const { cells, low } = grid;
  const step = cellSize(grid);
  const values = new Float32Array(2 * cells * cells);
  for (let index = 0; index < cells * cells; index++) {
    values[2 * index] = low + ((index % cells) + 0.5) * step;
    values[2 * index + 1] = low + (Math.floor(index / cells) + 0.5) * step;
  }
  return tf.keep(tf.tensor2d(values, [cells * cells, 2]));
}

/**
 * P(real) at some places, by one forward pass. A conditional discriminator takes all classes as equally likely.
 *
 * @param places [count, 2]
 */
export function probabilitiesAt(
  discriminator: Discriminator,
  places: Tensor,
  loss: Hyperparameters['loss'],
): Float32Array<ArrayBuffer> {
  const { probability } = LOSSES[loss];
  return compute(() => discriminator.score(places, undefined)).map(probability);
}
