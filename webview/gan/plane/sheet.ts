import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Sheet } from '../../../src/shared/wire/plane';
import type { Collection } from '../datasets';
import { classCount, joinClasses, oneHot } from '../networks';
import type { Generator } from '../training/generator';
import { compute } from './tensors';

/** Nodes along each side: fine enough for smooth lines, of which every fourth is drawn. */
const SHEET_NODES = 33;

/** The sheet shows 95 % of a normal distribution in each direction, and all of a uniform one. */
const NORMAL_REACH = 2;
const UNIFORM_REACH = 1;

/** How far latent numbers go that are shown on a regular grid. */
export function latentReach({ latentDistribution }: Pick<Hyperparameters, 'latentDistribution'>): number {
  return latentDistribution === 'normal' ? NORMAL_REACH : UNIFORM_REACH;
}

/**
 * Regular latent vectors, kept: the first two numbers go over a square, the others are 0. With a single number, the
 * sheet is a line. A conditional run shows its first class.
 *
 * @returns [columns * rows, latentSize (+ classes)]
 */
export function sheetLatent(h: Hyperparameters, collection: Collection): Tensor {
  const reach = latentReach(h);
  const { columns, rows } = sheetSize(h);
  const values = new Float32Array(columns * rows * h.latentSize);
  const along = (index: number, count: number): number => reach * ((2 * index) / (count - 1) - 1);
  for (let node = 0; node < columns * rows; node++) {
    values[node * h.latentSize] = along(node % columns, columns);
    if (rows > 1) {
      values[node * h.latentSize + 1] = along(Math.floor(node / columns), rows);
    }
  }
  return tf.keep(
    tf.tidy(() => {
      const latent = tf.tensor2d(values, [columns * rows, h.latentSize]);
      const classes = classCount(h, collection);
      const first = Array.from({ length: columns * rows }, () => 0);
      return joinClasses(latent, classes === 0 ? undefined : oneHot(first, classes));
    }),
  );
}

function sheetSize({ latentSize }: Hyperparameters): { readonly columns: number; readonly rows: number } {
  return { columns: SHEET_NODES, rows: latentSize > 1 ? SHEET_NODES : 1 };
}

/**
 * Generated samples that do not depend on what else is in the batch. Without batch normalisation they are the
 * trained generator's own, because an average would hide a generator that hops from mode to mode.
 */
export function sampleEach(generator: Generator, latent: Tensor): Tensor {
  return generator.network.normalizedChannels.length > 0
    ? generator.sampleForDisplay(latent)
    : generator.sample(latent);
}

/** @param latent from {@link sheetLatent} */
export function sheetOf(generator: Generator, latent: Tensor, h: Hyperparameters): Sheet {
  return {
    ...sheetSize(h),
    points: compute(() => sampleEach(generator, latent)),
    latentSize: h.latentSize,
  };
}
