import { channelsOf, DATA_SETS } from '../shared/domain/dataSets';
import type { Hyperparameters } from '../shared/domain/hyperparameters';

/** What a network has to do with: samples of one shape and, in a conditional pair, their classes. */
export interface SampleKind {
  readonly kind: 'pictures' | 'points';
  /** [height, width, channels] of pictures, [2] of points. */
  readonly shape: readonly number[];
  /** 0 for an unconditional pair. */
  readonly classes: number;
}

/** The samples of a run with these hyperparameters. */
export function samplesOf({ data, pictureSize, conditional }: Hyperparameters): SampleKind {
  const channels = channelsOf(data);
  const classes = conditional === 'yes' ? DATA_SETS[data].modes : 0;
  return channels === undefined
    ? { kind: 'points', shape: [2], classes }
    : { kind: 'pictures', shape: [pictureSize, pictureSize, channels], classes };
}
