import type { Hyperparameters } from '../../shared/domain/hyperparameters';
import { unreachable } from '../../shared/result';

/** L_D without penalties, of the logits `onReal` and `onFake`; see the engine's `LOSSES`. */
export function discriminatorLoss({ loss, labelSmoothing: smoothing }: Hyperparameters): string {
  switch (loss) {
    case 'nonSaturating':
    case 'saturating':
      return smoothing > 0
        ? `tf.softplus(onReal.neg()).add(onReal.mul(${smoothing})).mean().add(tf.softplus(onFake).mean())`
        : 'tf.softplus(onReal.neg()).mean().add(tf.softplus(onFake).mean())';
    case 'leastSquares':
      return `onReal.sub(${smoothing > 0 ? `1 - ${smoothing}` : '1'}).square().mean().add(onFake.square().mean())`;
    case 'hinge':
      return 'tf.relu(tf.sub(1, onReal)).mean().add(tf.relu(tf.add(1, onFake)).mean())';
    case 'wasserstein':
      return 'onFake.mean().sub(onReal.mean())';
    case 'naiveLogSigmoid': {
      const onReal = 'tf.log(tf.sigmoid(onReal))';
      const labelled =
        smoothing > 0
          ? `${onReal}.mul(1 - ${smoothing}).add(tf.log(tf.sub(1, tf.sigmoid(onReal))).mul(${smoothing}))`
          : onReal;
      return `${labelled}.mean().add(tf.log(tf.sub(1, tf.sigmoid(onFake))).mean()).neg()`;
    }
    default:
      return unreachable(loss);
  }
}

/** L_G of the logits `onFake`. */
export function generatorLoss({ loss }: Hyperparameters): string {
  switch (loss) {
    case 'nonSaturating':
      return 'tf.softplus(onFake.neg()).mean()';
    case 'saturating':
      return 'tf.softplus(onFake).mean().neg()';
    case 'leastSquares':
      return 'onFake.sub(1).square().mean()';
    case 'hinge':
    case 'wasserstein':
      return 'onFake.mean().neg()';
    case 'naiveLogSigmoid':
      return 'tf.log(tf.sigmoid(onFake)).mean().neg()';
    default:
      return unreachable(loss);
  }
}
