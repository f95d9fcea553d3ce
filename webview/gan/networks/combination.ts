import * as l10n from '@vscode/l10n';
import { checkTogether, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Problem } from '../../../src/shared/result';
import type { Collection } from '../datasets';

/**
 * Why hyperparameters that are each valid cannot work together, or `undefined` when they can.
 *
 * @param sampleShape of the collection: [height, width, channels] for pictures, [2] for points
 * @param modes the collection's kinds of sample, which are the classes of a conditional pair
 */
export function checkCombination(
  h: Hyperparameters,
  { sampleShape, modes }: Pick<Collection, 'sampleShape' | 'modes'>,
): Problem | undefined {
  if (h.conditional === 'yes' && modes < 2) {
    return {
      message: l10n.t('The originals of this collection have no classes, so none can be ordered.'),
      next: l10n.t('Do without classes, or choose a collection with several kinds of originals.'),
    };
  }
  return checkTogether(h, sampleShape.length === 3);
}
