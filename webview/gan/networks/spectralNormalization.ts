import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import type { Random } from '../random';
import { elementCount, type ParameterSpec } from './layer';

/** Iterations that make a random vector a good singular vector before training starts. */
const INITIAL_ITERATIONS = 20;
/** Keeps the norm of a zero vector from being divided by. */
const EPSILON = 1e-12;

/** All filters of a layer as the columns of a matrix. */
function asMatrix(weights: Tensor): Tensor2D {
  const columns = weights.shape[weights.rank - 1] ?? 1;
  return tf.reshape<tf.Rank.R2>(weights, [weights.size / columns, columns]);
}

function unitVector(vector: Tensor2D): Tensor2D {
  return tf.div(vector, tf.add(tf.norm(vector), EPSILON));
}

/** Of the matrix of a layer's filters. */
function sizeOf(shape: readonly number[]): { readonly rows: number; readonly columns: number } {
  const columns = shape[shape.length - 1] ?? 1;
  return { rows: elementCount(shape) / columns, columns };
}

interface SingularVectors {
  readonly left: Tensor2D;
  readonly right: Tensor2D;
}

/**
 * Spectral normalisation (Miyato et al. 2018, eq. 8 and algorithm 1): every weight matrix W is used as W / sigma(W)
 * with sigma(W) = left^T W right, its largest singular value, where the singular vectors follow the weights by one
 * power iteration after each update and count as constants in the gradient.
 */
export class SpectralNormalization {
  /** By index of the parameter; biases have none. */
  private readonly vectors = new Map<number, SingularVectors>();

  /**
   * @param saved left and right vectors of each weight in turn, from a checkpoint; otherwise they are found from a
   * random start
   */
  constructor(
    specs: readonly ParameterSpec[],
    parameters: readonly Tensor[],
    start: { readonly random: Random } | { readonly saved: readonly Float32Array[] },
  ) {
    let next = 0;
    for (const [index, { shape }] of specs.entries()) {
      if (shape.length < 2) {
        continue;
      }
      const { rows, columns } = sizeOf(shape);
      if ('saved' in start) {
        const left = start.saved[next++] ?? new Float32Array(rows);
        const right = start.saved[next++] ?? new Float32Array(columns);
        this.vectors.set(index, {
          left: tf.keep(tf.tensor2d(left, [rows, 1])),
          right: tf.keep(tf.tensor2d(right, [columns, 1])),
        });
      } else {
        const right = start.random.fillNormal(new Float32Array(columns));
        this.vectors.set(index, {
          left: tf.keep(tf.zeros<tf.Rank.R2>([rows, 1])),
          right: tf.keep(tf.tensor2d(right, [columns, 1])),
        });
      }
    }
    if ('random' in start) {
      for (let iteration = 0; iteration < INITIAL_ITERATIONS; iteration++) {
        this.iterate(parameters);
      }
    }
  }

  /** Lengths of the vectors in {@link SpectralNormalization.state}. */
  static stateLengths(specs: readonly ParameterSpec[]): number[] {
    return specs.flatMap(({ shape }) => {
      const { rows, columns } = sizeOf(shape);
      return shape.length < 2 ? [] : [rows, columns];
    });
  }

  /** The parameters as the layers use them; differentiable. */
  normalize(parameters: readonly Tensor[]): Tensor[] {
    return parameters.map((parameter, index) => {
      const vectors = this.vectors.get(index);
      if (vectors === undefined) {
        return parameter;
      }
      const sigma: Scalar = tf.sum(tf.mul(vectors.left, tf.matMul(asMatrix(parameter), vectors.right)));
      return tf.div(parameter, tf.add(sigma, EPSILON));
    });
  }

  /** One power iteration: the vectors follow the new weights. */
  iterate(parameters: readonly Tensor[]): void {
    tf.tidy(() => {
      for (const [index, old] of this.vectors) {
        const parameter = parameters[index];
        if (parameter !== undefined) {
          const matrix = asMatrix(parameter);
          const left = tf.keep(unitVector(tf.matMul(matrix, old.right)));
          const right = tf.keep(unitVector(tf.matMul(matrix, left, true, false)));
          tf.dispose([old.left, old.right]);
          this.vectors.set(index, { left, right });
        }
      }
    });
  }

  /** Left and right vectors of each weight in turn. */
  get state(): readonly Tensor[] {
    return [...this.vectors.values()].flatMap(({ left, right }) => [left, right]);
  }

  dispose(): void {
    tf.dispose([...this.state]);
  }
}
