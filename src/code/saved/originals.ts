import { samplesOf as ownSamplesOf, type OwnCollection } from '../../shared/domain/collection';
import type { Hyperparameters } from '../../shared/domain/hyperparameters';
// The painters are pure functions of a seed; whoever saves a run's code may have closed its panel.
import { createCollection, sampleLength } from '../../../webview/gan/datasets';
import { Random } from '../../../webview/gan/random';
import type { Pace } from '../../collections/pace';
import { channelsFirst } from '../samples';
import type { NumPyArray } from './npz';
import type { NamedTensor } from './safetensors';

/** Latent vectors of the samples that the panel shows through the whole run. */
const SHOWN = 8;
const SHOWN_STREAM = 'showcase';

/** What a run trains on, for a program. */
interface ProgramData {
  readonly arrays: { readonly originals: NumPyArray; readonly classes: NumPyArray };
  /** Of a conditional pair. */
  readonly modes: number;
}

/**
 * All samples of a run's collection, channels first, and the class of each.
 *
 * @throws ReadingCancelled
 */
export async function savedCollection(
  h: Hyperparameters,
  own: OwnCollection | undefined,
  pace: Pace,
): Promise<ProgramData> {
  const collection = createCollection(h, own && ownSamplesOf(own, h.pictureSize));
  const { size, sampleShape, modes } = collection;
  const [height = 0, width, channels = 1] = sampleShape;
  const length = sampleLength(collection);
  const area = width === undefined ? length : height * width;
  const originals = new Float32Array(size * length);
  const classes = new Uint8Array(size);
  const sample = new Float32Array(length);
  for (let index = 0; index < size; index++) {
    collection.copySample(index, sample, 0);
    classes[index] = collection.modeOf(index);
    for (let i = 0; i < length; i++) {
      const place = area === length ? i : (i % channels) * area + Math.floor(i / channels);
      originals[index * length + place] = sample[i] ?? 0;
    }
    if (pace.isLong) {
      await pace.rest();
    }
  }
  return {
    arrays: {
      originals: { shape: [size, ...channelsFirst(sampleShape)], values: originals },
      classes: { shape: [size], values: classes },
    },
    modes,
  };
}

/**
 * The latent vectors whose samples the panel shows, as its `Gallery` draws them.
 *
 * @param classes of a conditional pair; 0 for none
 */
export function shownLatent(
  { seed, latentSize, latentDistribution }: Hyperparameters,
  classes: number,
): NamedTensor {
  const random = Random.seeded(seed, SHOWN_STREAM);
  const noise = new Float32Array(SHOWN * latentSize);
  if (latentDistribution === 'normal') {
    random.fillNormal(noise);
  } else {
    random.fillUniform(noise, -1, 1);
  }
  const width = latentSize + classes;
  const values = new Float32Array(SHOWN * width);
  for (let row = 0; row < SHOWN; row++) {
    values.set(noise.subarray(row * latentSize, (row + 1) * latentSize), row * width);
    if (classes > 0) {
      values[row * width + latentSize + (row % classes)] = 1;
    }
  }
  return { name: 'latent', shape: [SHOWN, width], values };
}
