import type { Diagnosis } from './diagnosis';
import type { DiagnosisInput } from './input';
import { fixesForMemorisation } from './fixes';

/**
 * By this share samples must be nearer to the originals than to unseen paintings. Measured: 0.34 with 4 originals, 0.05
 * to 0.10 with 32, and up to 0.07 to either side by chance with 64 samples.
 */
const COPIED_GAP = 0.15;

/** Copies of the originals. Young runs have nothing to copy with, so no clock is needed. */
export function diagnoseMemorisation({ hyperparameters, quality }: DiagnosisInput): Diagnosis | undefined {
  const measured = quality.findLast((record) => record.memorisationGap !== undefined);
  const gap = measured?.memorisationGap;
  if (measured === undefined || gap === undefined || gap < COPIED_GAP) {
    return undefined;
  }
  return {
    problem: 'memorisation',
    evidence: { round: measured.round, gap, collectionSize: hyperparameters.collectionSize },
    fixes: fixesForMemorisation(hyperparameters),
  };
}
