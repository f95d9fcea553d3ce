import type { RunFrame } from '../../../../src/shared/wire/run';

/** How skilled a character looks. Decided by measurement, never by the round. */
export type Mood = 'untrained' | 'halfTrained' | 'trained';

/** Shares of samples judged right, over the last rounds, from which the inspector looks better. */
const INSPECTOR_HALF_TRAINED = 0.6;
const INSPECTOR_TRAINED = 0.75;
/** Parts of the distance at round 0 below which the forger looks better. */
const FORGER_HALF_TRAINED = 0.75;
const FORGER_TRAINED = 0.5;

/** The inspector's mood, by how often the discriminator has been right lately. */
export function inspectorMood(frame: RunFrame | undefined): Mood {
  const accuracy = frame?.recentAccuracy ?? 0;
  if (accuracy >= INSPECTOR_TRAINED) {
    return 'trained';
  }
  return accuracy >= INSPECTOR_HALF_TRAINED ? 'halfTrained' : 'untrained';
}

/** The forger's mood, by how far the forgeries still are from the collection, compared with round 0. */
export function forgerMood(frame: RunFrame | undefined): Mood {
  const { quality, initialQuality } = frame ?? {};
  if (quality === undefined || initialQuality === undefined || initialQuality.miniFid <= 0) {
    return 'untrained';
  }
  const remaining = quality.miniFid / initialQuality.miniFid;
  if (remaining <= FORGER_TRAINED) {
    return 'trained';
  }
  return remaining <= FORGER_HALF_TRAINED ? 'halfTrained' : 'untrained';
}
