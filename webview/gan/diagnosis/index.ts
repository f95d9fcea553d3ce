import { diagnoseSilence, diagnoseStruggle } from './balance';
import type { Diagnosis } from './diagnosis';
import { diagnoseMemorisation } from './memorisation';
import { diagnoseModes } from './modes';
import { diagnoseOscillation } from './oscillation';
import { recent, type DiagnosisInput } from './input';
import { fixesForNotFinite } from './fixes';

export type {
  BalanceEvidence,
  Diagnosis,
  TrainingProblem,
  MemorisationEvidence,
  ModeEvidence,
  OscillationEvidence,
} from './diagnosis';
export type { QualityRecord, RoundRecord, DiagnosisInput } from './input';
export { patienceFor } from './input';
export { describeDiagnosis } from './sentences';

/**
 * What is wrong with a run, judged by all that it has recorded; empty for a healthy run and for one too young to tell.
 * A discriminator near one half is no sign of health: a collapsed run shows it, too. Few modes are a symptom of most
 * problems, and named only where no other explains them.
 */
export function diagnose(run: DiagnosisInput): readonly Diagnosis[] {
  if (run.notFiniteAt !== undefined) {
    const evidence = { round: run.notFiniteAt };
    return [{ problem: 'notFinite', evidence, fixes: fixesForNotFinite(run.hyperparameters) }];
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
