/**
 * Speed of the CPU backend's kernels on the shapes of the default pair of networks (batch 32, 16 x 16 pixels).
 * Prints, for each operation, the best time of many and the floating-point operations per second. Where a machine is
 * shared, the best time is the one that says most about the code.
 */
import * as tf from '@tensorflow/tfjs-core';
import { SIMD_BACKEND, registerSimdBackend } from '../../webview/backend';

const BATCH = 32;
const REPETITIONS = 60;

interface Measured {
  readonly name: string;
  /** Multiplications and additions. */
  readonly operations: number;
  run(): tf.Tensor;
}

/** The three products of a strided 4 x 4 convolution: forward, and the gradients of its input and of its filter. */
function convolution(name: string, size: number, channels: number, filters: number): Measured[] {
  const x = tf.randomUniform<tf.Rank.R4>([BATCH, size, size, channels]);
  const filter = tf.randomUniform<tf.Rank.R4>([4, 4, channels, filters]);
  const dy = tf.randomUniform<tf.Rank.R4>([BATCH, size / 2, size / 2, filters]);
  const forFilter = tf.grad((weights: tf.Tensor) =>
    tf.conv2d(x, tf.reshape(weights, filter.shape), 2, 'same'),
  );
  const operations = 2 * dy.size * 4 * 4 * channels;
  return [
    { name: `${name}, forward`, operations, run: () => tf.conv2d(x, filter, 2, 'same') },
    {
      name: `${name}, gradient of the input`,
      operations,
      run: () => tf.conv2dTranspose(dy, filter, x.shape, 2, 'same'),
    },
    // The tape also computes the value.
    {
      name: `${name}, forward and gradient of the filter`,
      operations: 2 * operations,
      run: () => forFilter(filter, dy),
    },
  ];
}

function product(rows: number, depth: number, columns: number): Measured {
  const a = tf.randomUniform<tf.Rank.R2>([rows, depth]);
  const b = tf.randomUniform<tf.Rank.R2>([depth, columns]);
  return {
    name: `matrix product ${rows} x ${depth} x ${columns}`,
    operations: 2 * rows * depth * columns,
    run: () => tf.matMul(a, b),
  };
}

/** Best of many, in milliseconds. */
function bestTime(run: () => tf.Tensor): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < REPETITIONS; i++) {
    const start = performance.now();
    run().dispose();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

await registerSimdBackend();
await tf.setBackend(SIMD_BACKEND);
const measured = [
  product(512, 512, 512),
  product(160, 384, 48),
  product(1344, 48, 24),
  product(BATCH, 16, 768),
  ...convolution('16 x 16 x 3 to 8 x 8 x 24', 16, 3, 24),
  ...convolution('8 x 8 x 24 to 4 x 4 x 48', 8, 24, 48),
];
for (const { name, operations, run } of measured) {
  const milliseconds = bestTime(run);
  const speed = operations / milliseconds / 1e6;
  console.log(`${name.padEnd(58)} ${milliseconds.toFixed(3)} ms  ${speed.toFixed(1).padStart(5)} GFLOP/s`);
}
