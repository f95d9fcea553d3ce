import { isPictureData } from '../../../src/shared/domain/hyperparameters';
import type { Diagnosis, OscillationEvidence } from './diagnosis';
import type { QualityRecord, DiagnosisWindow } from './input';
import { fixesForOscillation } from './fixes';

/** Quality that gets this many times worse again within the time looked at; healthy runs reach 1.6 late in a run. */
const RELAPSE = 2;
/** mini-FID from which a relapse is one that a person sees; small numbers double by chance. */
const VISIBLE = 0.5;
/** Share of the samples that must be of one mode for its change to count as a hop. */
const DOMINANT_SHARE = 0.6;
/**
 * Hops, as a share of all steps from one measurement to the next. Only points hop: a collapsed
 * picture that resembles no original changes its nearest kind without moving far.
 */
const HOPPING_SHARE = 0.5;

/** The mode of most samples, where one stands out. */
function dominantMode({ modeCounts = [] }: QualityRecord): number | undefined {
  const total = modeCounts.reduce((sum, count) => sum + count, 0);
  const mode = modeCounts.findIndex((count) => count >= DOMINANT_SHARE * total);
  return mode >= 0 && total > 0 ? mode : undefined;
}

/** Quality that comes and goes, or one mode after the other. */
export function diagnoseOscillation({ hyperparameters, quality }: DiagnosisWindow): Diagnosis | undefined {
  const first = quality.at(0);
  const last = quality.at(-1);
  if (first === undefined || last === undefined) {
    return undefined;
  }
  let best = first.miniFid;
  let relapse = { best, worst: best };
  for (const { miniFid } of quality) {
    best = Math.min(best, miniFid);
    if (miniFid / best > relapse.worst / relapse.best) {
      relapse = { best, worst: miniFid };
    }
  }
  const modes = isPictureData(hyperparameters.data) ? [] : quality.map(dominantMode);
  const hops = modes.filter((mode, i) => {
    const before = modes[i - 1];
    return mode !== undefined && before !== undefined && mode !== before;
  }).length;
  const relapsed = relapse.worst >= VISIBLE && relapse.worst >= RELAPSE * relapse.best;
  const hopping = hops > 0 && hops >= HOPPING_SHARE * (quality.length - 1);
  if (!relapsed && !hopping) {
    return undefined;
  }
  const evidence: OscillationEvidence = {
    fromRound: first.round,
    toRound: last.round,
    bestMiniFid: relapse.best,
    worstMiniFid: relapse.worst,
    hops,
  };
  return { problem: 'oscillation', evidence, fixes: fixesForOscillation(hyperparameters) };
}
