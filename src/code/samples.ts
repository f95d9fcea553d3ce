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

/**
 * The samples of a run with these hyperparameters.
 *
 * @param ownClasses how many classes the learner's own collection has, where it has some
 */
export function samplesOf(
  { data, pictureSize, conditional }: Hyperparameters,
  ownClasses?: number,
): SampleKind {
  const channels = channelsOf(data);
  const classes = conditional === 'yes' ? (ownClasses ?? DATA_SETS[data].modes) : 0;
  return channels === undefined
    ? { kind: 'points', shape: [2], classes }
    : { kind: 'pictures', shape: [pictureSize, pictureSize, channels], classes };
}

/** A shape of samples as PyTorch orders it. */
export function channelsFirst(shape: readonly number[]): readonly number[] {
  const [height = 0, width = 0, channels] = shape;
  return channels === undefined ? shape : [channels, height, width];
}
