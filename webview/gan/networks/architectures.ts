import { featureMaps, type MapShape } from '../../../src/shared/domain/featureMaps';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { batchNormalization } from './batchNormalization';
import {
  activation,
  convolution,
  dense,
  flatten,
  linearScore,
  projection,
  reshape,
  singlePoint,
  transposedConvolution,
} from './layers';
import { elementCount, type Activation, type Layer } from './layer';
import { Network } from './network';

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
 * Convolutional, after DCGAN (Radford et al. 2016): dense to the smallest of `depth` feature maps, transposed convolutions
 * from one map to the next, the last of which has `width` channels, and to the picture, tanh. Dense: `depth` hidden layers
 * of `width` units. Points have no tanh at the end, because they are not bounded as pixels are. `point`: one point for all latent vectors.
 *
 * @param classes of a conditional generator, which follow the latent vector one-hot: [batch, latentSize + classes]
 */
export function createGenerator(h: Hyperparameters, sampleShape: readonly number[], classes = 0): Network {
  const normalize = h.generatorNormalization === 'batch';
  const kind = h.generatorActivation;
  if (h.generatorNetwork === 'point') {
    return new Network([singlePoint(elementCount(sampleShape))]);
  }
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
  const picture = mapShape(sampleShape);
  const maps = featureMaps(picture, h.generatorWidth, h.generatorDepth).toReversed();
  const [smallest = picture, ...larger] = maps;
  const layers: Layer[] = [
    dense(h.latentSize + classes, elementCount(smallest), 'hidden'),
    reshape(smallest),
    ...hidden(smallest, normalize, kind),
  ];
  let last = smallest;
  for (const map of larger) {
    layers.push(transposedConvolution(last, map[2], 'hidden'), ...hidden(map, normalize, kind));
    last = map;
  }
  layers.push(transposedConvolution(last, picture[2], 'sample'), activation('tanh', picture));
  return new Network(layers);
}

/**
 * The discriminator: samples [batch, ...sampleShape] to logits [batch, 1].
 *
 * Convolutional: convolutions through `depth` feature maps, the first of which has `width` channels, dense to one logit.
 * Dense: `depth` hidden layers of `width` units. Linear: none, and no bias. The first convolution is not batch-normalised (Radford et al. 2016,
 * section 3).
 *
 * @param classes of a conditional discriminator, whose score depends on the class by a projection; 0 for none
 */
export function createDiscriminator(
  h: Hyperparameters,
  sampleShape: readonly number[],
  classes = 0,
): Network {
  if (h.discriminatorNetwork === 'linear') {
    return new Network([linearScore(elementCount(sampleShape))]);
  }
  const score = (inputs: number): Layer =>
    classes > 0 ? projection(inputs, classes) : dense(inputs, 1, 'score');
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
  let last = mapShape(sampleShape);
  const layers: Layer[] = [];
  for (const [index, map] of featureMaps(last, units, h.discriminatorDepth).entries()) {
    layers.push(convolution(last, map[2]), ...hidden(map, normalize && index > 0, kind));
    last = map;
  }
  return new Network([...layers, flatten(last), score(elementCount(last))]);
}
