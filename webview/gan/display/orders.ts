import * as tf from '@tensorflow/tfjs-core';
import * as l10n from '@vscode/l10n';
import type { Hyperparameters } from '../../../src/shared/hyperparameters';
import { failure, success, type Result } from '../../../src/shared/result';
import type { Pictures } from '../../../src/shared/run';
import type { Collection } from '../datasets';
import { classCount } from '../networks';
import { Random } from '../random';
import type { Generator } from '../training/generator';
import { latentForOrder } from '../training/sampling';
import { toPictures } from './pictures';

/** Paints what a person orders from a conditional generator, from latent vectors of its own. */
export class Orders {
  private readonly random: Random;

  constructor(
    private readonly collection: Collection,
    private readonly h: Hyperparameters,
  ) {
    this.random = Random.seeded(h.seed, 'orders');
  }

  /**
   * Pictures of one class by the averaged generator. Fails, with the reason, when the generator knows no classes, or
   * not this one, or does not paint.
   *
   * @param classIndex from 0 to the number of classes minus 1
   * @param count how many pictures
   */
  paint(generator: Generator, classIndex: number, count: number): Result<Pictures> {
    const classes = classCount(this.h, this.collection);
    if (classes === 0) {
      return failure(
        l10n.t('Nothing can be ordered from this run, because its networks are not told the classes.'),
        l10n.t('Start a new run with a conditional pair of networks.'),
      );
    }
    if (this.collection.kind === 'points') {
      return failure(
        l10n.t('Points are not pictures, so none can be ordered.'),
        l10n.t('Choose a collection of pictures.'),
      );
    }
    if (!Number.isInteger(classIndex) || classIndex < 0 || classIndex >= classes) {
      return failure(
        l10n.t('There is no class {0} in this collection.', classIndex),
        l10n.t('Order a class from 0 to {0}.', classes - 1),
      );
    }
    const samples = tf.tidy(() =>
      generator.forgeForDisplay(
        latentForOrder(this.collection, this.h, this.random, count, () => classIndex),
      ),
    );
    const pictures = toPictures(this.collection, samples.dataSync());
    samples.dispose();
    return success(pictures);
  }
}
