import { diagnoseSilence, diagnoseStruggle } from './balance';
import type { Diagnosis } from './diagnosis';
import { diagnoseMemorisation } from './memorisation';
import { diagnoseModes } from './modes';
import { diagnoseOscillation } from './oscillation';
import { recent, type RunRecord } from './record';
import { remediesForNotFinite } from './remedies';

export type {
  BalanceEvidence,
  Diagnosis,
  Illness,
  MemorisationEvidence,
  ModeEvidence,
  OscillationEvidence,
} from './diagnosis';
export type { QualityRecord, RoundRecord, RunRecord } from './record';
export { describeDiagnosis } from './sentences';

/**
 * What is wrong with a run, judged by all that it has recorded; empty for a healthy run and for one too young to tell.
 * A discriminator near one half is no sign of health: a collapsed run shows it, too. Few modes are a symptom of most
 * illnesses, and named only where no other explains them.
 */
export function diagnose(run: RunRecord): readonly Diagnosis[] {
  if (run.notFiniteAt !== undefined) {
    const evidence = { round: run.notFiniteAt };
    return [{ illness: 'notFinite', evidence, remedies: remediesForNotFinite(run.hyperparameters) }];
  }
  const lately = recent(run);
  const memorisation = diagnoseMemorisation(run);
  // A silent discriminator explains swings; swings explain a discriminator that is always right.
  const imbalance =
    lately && (diagnoseSilence(lately) ?? diagnoseOscillation(lately) ?? diagnoseStruggle(lately));
  const causes = [memorisation, imbalance].filter((diagnosis) => diagnosis !== undefined);
  if (causes.length > 0) {
    return causes;
  }
  const modes = lately && diagnoseModes(lately);
  return modes ? [modes] : [];
}
