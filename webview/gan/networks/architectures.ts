import type { Hyperparameters } from '../../../src/shared/hyperparameters';
import { batchNormalization } from './batchNormalization';
import {
  activation,
  convolution,
  dense,
  flatten,
  projection,
  reshape,
  transposedConvolution,
  type MapShape,
} from './layers';
import { elementCount } from './elementCount';
import { Network, type Activation, type Layer } from './network';

/** Two strides of two separate the smallest feature map from the picture. */
const DOWNSAMPLING = 4;

/** What follows each hidden layer. */
function hidden(shape: readonly number[], normalize: boolean, kind: Activation): Layer[] {
  return normalize ? [batchNormalization(shape), activation(kind, shape)] : [activation(kind, shape)];
}

function isMapShape(shape: readonly number[]): shape is MapShape {
  return shape.length === 3;
}

function mapShape(shape: readonly number[]): MapShape {
  if (!isMapShape(shape)) {
    throw new Error('Only pictures can go through a convolutional network.');
  }
  return shape;
}

/**
 * The generator: latent vectors [batch, latentSize] to samples [batch, ...sampleShape].
 *
 * Convolutional, after DCGAN (Radford et al. 2016): dense to maps of a quarter of the picture's side with 2 x width
 * channels, transposed convolution to `width`, transposed convolution to the picture, tanh. Dense: `depth` hidden
 * layers of `width` units. Points have no tanh at the end, because they are not bounded as pixels are.
 *
 * @param classes of a conditional generator, which follow the latent vector one-hot: [batch, latentSize + classes]
 */
export function createGenerator(h: Hyperparameters, sampleShape: readonly number[], classes = 0): Network {
  const normalize = h.generatorNormalization === 'batch';
  const kind = h.generatorActivation;
  if (h.generatorNetwork === 'dense') {
    const size = elementCount(sampleShape);
    const layers: Layer[] = [];
    let inputs = h.latentSize + classes;
    for (let index = 0; index < h.generatorDepth; index++) {
      layers.push(dense(inputs, h.generatorWidth, 'hidden'), ...hidden([h.generatorWidth], normalize, kind));
      inputs = h.generatorWidth;
    }
    layers.push(dense(inputs, size, 'sample'));
    if (isMapShape(sampleShape)) {
      layers.push(reshape(sampleShape), activation('tanh', sampleShape));
    }
    return new Network(layers);
  }
  const [height, width, channels] = mapShape(sampleShape);
  const small: MapShape = [height / DOWNSAMPLING, width / DOWNSAMPLING, 2 * h.generatorWidth];
  const middle: MapShape = [height / 2, width / 2, h.generatorWidth];
  return new Network([
    dense(h.latentSize + classes, elementCount(small), 'hidden'),
    reshape(small),
    ...hidden(small, normalize, kind),
    transposedConvolution(small, h.generatorWidth, 'hidden'),
    ...hidden(middle, normalize, kind),
    transposedConvolution(middle, channels, 'sample'),
    activation('tanh', sampleShape),
  ]);
}

/**
 * The discriminator: samples [batch, ...sampleShape] to logits [batch, 1].
 *
 * Convolutional: convolution to `width` channels, convolution to 2 x width, dense to one logit. Dense: `depth` hidden
 * layers of `width` units. The first convolution is not batch-normalised (Radford et al. 2016, section 3).
 *
 * @param classes of a conditional discriminator, whose score depends on the class by a projection; 0 for none
 */
export function createDiscriminator(
  h: Hyperparameters,
  sampleShape: readonly number[],
  classes = 0,
): Network {
  const score = (inputs: number) => (classes > 0 ? projection(inputs, classes) : dense(inputs, 1, 'score'));
  const normalize = h.discriminatorNormalization === 'batch';
  const kind = h.discriminatorActivation;
  const units = h.discriminatorWidth;
  if (h.discriminatorNetwork === 'dense') {
    const layers: Layer[] = sampleShape.length > 1 ? [flatten(sampleShape)] : [];
    let inputs = elementCount(sampleShape);
    for (let index = 0; index < h.discriminatorDepth; index++) {
      layers.push(dense(inputs, units, 'hidden'), ...hidden([units], normalize, kind));
      inputs = units;
    }
    return new Network([...layers, score(inputs)]);
  }
  const [height, width, channels] = mapShape(sampleShape);
  const middle: MapShape = [height / 2, width / 2, units];
  const small: MapShape = [height / DOWNSAMPLING, width / DOWNSAMPLING, 2 * units];
  return new Network([
    convolution([height, width, channels], units),
    ...hidden(middle, false, kind),
    convolution(middle, 2 * units),
    ...hidden(small, normalize, kind),
    flatten(small),
    score(elementCount(small)),
  ]);
}
