import * as l10n from '@vscode/l10n';
import { mostHalvings } from '../featureMaps';
import type { Problem } from '../../result';
import type { Hyperparameters } from './hyperparameters';

/**
 * Why hyperparameters that are each valid cannot work together, or `undefined` when they can, as far as they tell
 * without the collection itself.
 *
 * @param isPicture whether samples are pictures, not points
 */
export function checkTogether(h: Hyperparameters, isPicture: boolean): Problem | undefined {
  if (!isPicture && (h.generatorNetwork === 'convolutional' || h.discriminatorNetwork === 'convolutional')) {
    return {
      message: l10n.t('Points have no neighbouring pixels, so a convolutional network cannot work on them.'),
      next: l10n.t('Choose dense networks, or a collection of pictures.'),
    };
  }
  const isSimplest = h.generatorNetwork === 'point' || h.discriminatorNetwork === 'linear';
  if (isSimplest && (isPicture || h.conditional === 'yes')) {
    return {
      message: l10n.t(
        'A generator that is a single point and a linear discriminator are for points without classes.',
      ),
      next: l10n.t('Choose other networks, or a collection of points that is not ordered by class.'),
    };
  }
  const deepest = mostHalvings(h.pictureSize);
  const isTooDeep =
    (h.generatorNetwork === 'convolutional' && h.generatorDepth > deepest) ||
    (h.discriminatorNetwork === 'convolutional' && h.discriminatorDepth > deepest);
  if (isTooDeep) {
    return {
      message: l10n.t(
        'Each layer of a convolutional network halves the picture, and {0} pixels cannot be halved more than {1} times.',
        h.pictureSize,
        deepest,
      ),
      next: l10n.t('Choose a depth of at most {0}, or another size of the pictures.', deepest),
    };
  }
  if (h.discriminatorNormalization === 'batch' && (h.r1Weight > 0 || h.gradientPenaltyWeight > 0)) {
    // Gulrajani et al. 2017, section 4: the penalty bounds the gradient of each score by its own sample.
    return {
      message: l10n.t(
        'With batch normalization in the discriminator a score depends on the whole batch, so a penalty on the gradient of each single score has no meaning.',
      ),
      next: l10n.t(
        'Set the weights of R1 and of the gradient penalty to 0, or choose another normalization.',
      ),
    };
  }
  return undefined;
}
