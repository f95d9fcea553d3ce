import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { momentsOfBatch, type Moments } from '../networks';
import { compute } from '../plane/tensors';
import type { Discriminator } from '../training/discriminator';

/**
 * Lets a discriminator score samples one by one. Where it has batch normalisation, it has only ever seen samples in the
 * company of a batch, whose moments normalise them; a lone sample then takes the moments of the generator's batch, which
 * is the half of the batch that it would be judged with.
 */
export class SampleScorer {
  private readonly moments: Moments[] = [];

  /** @param company a batch of generated samples [count, ...sampleShape] */
  constructor(
    private readonly discriminator: Discriminator,
    company: Tensor,
  ) {
    tf.tidy(() => {
      discriminator.network.forward(discriminator.effective(), company, {
        momentsOf: (input, index) => {
          const { mean, variance } = momentsOfBatch(input, index);
          this.moments[index] = { mean: tf.keep(mean), variance: tf.keep(variance) };
          return { mean, variance };
        },
      });
    });
  }

  /**
   * The discriminator's outputs before any sigmoid, each independent of its neighbours. A conditional one takes all
   * classes as equally likely.
   *
   * @param samples [count, ...sampleShape]
   */
  outputs(samples: Tensor): Float32Array<ArrayBuffer> {
    return compute(() => this.score(samples));
  }

  /** The same as a tensor [count, 1]; differentiable by the samples. */
  readonly score = (samples: Tensor): Tensor => {
    const { discriminator, moments } = this;
    return discriminator.network.forward(discriminator.effective(), samples, {
      momentsOf: (input, index) => moments[index] ?? momentsOfBatch(input, index),
      differentiated: 'input',
    });
  };

  dispose(): void {
    tf.dispose(this.moments.flatMap(({ mean, variance }) => [mean, variance]));
  }
}
