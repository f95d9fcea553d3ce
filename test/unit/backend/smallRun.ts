import * as tf from '@tensorflow/tfjs-core';
import { adamSteps } from '../../../webview/backend';
import { randomMaps, randomMatrix, samples } from './support';

/** A training of a small discriminator with an R1 penalty, on reproducible data, as the product does it. */
interface SmallRun {
  round(): void;
  /** All weights, one after the other. */
  weights(): Float32Array;
  dispose(): void;
}

const BATCH = 4;

/** Works on the current backend. */
export function smallRun(): SmallRun {
  const filter = tf.variable(randomMaps([4, 4, 3, 8], 1));
  const bias = tf.variable(tf.zeros([8]));
  const dense = tf.variable(randomMatrix([4 * 4 * 8, 1], 2));
  const variables: tf.Variable[] = [filter, bias, dense];
  const none = (variable: tf.Tensor): tf.Tensor => tf.keep(tf.zerosLike(variable));
  let moments = variables.map((variable) => ({ m: none(variable), v: none(variable) }));
  let rounds = 0;

  const score = (x: tf.Tensor4D) => {
    const hidden = tf.leakyRelu(tf.add<tf.Tensor4D>(tf.conv2d(x, filter, 2, 'same'), bias), 0.2);
    return tf.matMul(tf.reshape(hidden, [BATCH, -1]), dense);
  };

  return {
    round() {
      rounds++;
      tf.tidy(() => {
        const real = tf.tensor4d(samples(BATCH * 8 * 8 * 3, rounds), [BATCH, 8, 8, 3]);
        const fake = tf.tensor4d(samples(BATCH * 8 * 8 * 3, rounds + 1000, 0.5), [BATCH, 8, 8, 3]);
        const { grads } = tf.variableGrads(() => {
          const { value, grad } = tf.valueAndGrad(score)(real);
          const fit = tf.add(tf.mean(tf.softplus(tf.neg(value))), tf.mean(tf.softplus(score(fake))));
          return tf.add<tf.Scalar>(fit, tf.mul(tf.sum(tf.square(grad)), 0.1));
        }, variables);
        const constants = {
          beta1: 0.5,
          beta2: 0.99,
          rate: 0.01 / (1 - 0.5 ** rounds),
          vCorrection: 1 / (1 - 0.99 ** rounds),
        };
        moments = variables.map((variable, i) => {
          const gradient = grads[variable.name];
          const old = moments[i];
          if (!gradient || !old) {
            throw new Error('A variable has no gradient');
          }
          const [stepped] = adamSteps([{ w: variable, ...old }], [gradient], constants);
          if (!stepped) {
            throw new Error('A variable was not stepped');
          }
          const { w, m, v } = stepped;
          variable.assign(w);
          tf.dispose(old);
          return { m: tf.keep(m), v: tf.keep(v) };
        });
      });
    },
    weights: () => Float32Array.from(variables.flatMap((variable) => [...variable.dataSync()])),
    dispose: () => tf.dispose([variables, moments]),
  };
}
