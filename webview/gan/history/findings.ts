import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { RoundMetrics } from '../../../src/shared/domain/measures';
import type { Finding } from '../../../src/shared/wire/run';
import { describeDiagnosis, diagnose, patienceFor, type Diagnosis, type QualityRecord } from '../diagnosis';
import { Series } from './series';

/** Rounds between two looks at the run when quality is measured less often. */
const INTERVAL = 20;
/** So many rounds before numbers overflowed they were usually still far from it. */
const STEPS_BACK = 20;

interface Judged {
  readonly round: number;
  readonly findings: readonly Finding[];
  /** The last round in which anything was found wrong. */
  readonly ailingAt: number;
}

/**
 * What was found wrong with a run in the course of its rounds. Measures near a threshold cross it many times: a problem
 * that is no longer seen counts as cured only after as many rounds as it takes to be found. Measured, a discriminator put to
 * sleep at round 200 gave four warnings and three all-clears until round 500 without that (seed 1).
 */
export class Findings {
  private readonly judged = new Series<Judged>();
  private overflow: Judged | undefined;

  constructor(
    private readonly rounds: Series<RoundMetrics>,
    private readonly quality: Series<QualityRecord>,
    /** What the modes are called, where somebody has named them. */
    private readonly modeNames: readonly string[] | undefined,
  ) {}

  /**
   * Looks at the run when it is time to.
   *
   * @param measured whether quality was measured in this round
   */
  completeRound(round: number, measured: boolean, h: Hyperparameters): void {
    if (measured || round % INTERVAL === 0) {
      this.judge(round, h);
    }
  }

  /** Comes to the judgement of a run that was recorded before, with what it was still suffering from. */
  resume(round: number, hyperparameters: Hyperparameters): void {
    const looks = this.quality.values.map((record) => record.round);
    for (const look of looks.filter((at) => at < round && at > round - patienceFor(hyperparameters.data))) {
      this.judge(look, hyperparameters);
    }
    this.judge(round, hyperparameters);
  }

  private judge(round: number, hyperparameters: Hyperparameters): void {
    const until = (record: { readonly round: number }): boolean => record.round <= round;
    const diagnoses = diagnose({
      hyperparameters,
      rounds: this.rounds.values.filter(until),
      quality: this.quality.values.filter(until),
    });
    const last = this.judged.values.at(-1);
    const isAiling = last !== undefined && round - last.ailingAt < patienceFor(hyperparameters.data);
    if (diagnoses.length === 0) {
      const [findings, ailingAt] = isAiling ? [last.findings, last.ailingAt] : [[], -Infinity];
      this.judged.add({ round, findings, ailingAt });
      return;
    }
    const healthyRound = this.judged.values.findLast(({ findings }) => findings.length === 0)?.round;
    const findings = diagnoses.map((diagnosis) => this.findingOf(diagnosis, healthyRound));
    this.judged.add({ round, findings, ailingAt: round });
  }

  /**
   * Numbers ceased to be finite.
   *
   * @param round the first round in which they did; the run stands before it
   */
  noteNotFinite(round: number, hyperparameters: Hyperparameters): void {
    const record = {
      hyperparameters,
      rounds: this.rounds.values,
      quality: this.quality.values,
      notFiniteAt: round,
    };
    const healthyRound = Math.max(0, round - 1 - STEPS_BACK);
    const findings = diagnose(record).map((diagnosis) => this.findingOf(diagnosis, healthyRound));
    this.overflow = { round: round - 1, findings, ailingAt: round };
  }

  /** The run has other hyperparameters now, or another past: perhaps its numbers stay finite. */
  forgetNotFinite(): void {
    this.overflow = undefined;
  }

  /** What was known to be wrong when a round was complete. */
  at(round: number): readonly Finding[] {
    return this.overflow?.round === round
      ? this.overflow.findings
      : (this.judged.latestAt(round)?.findings ?? []);
  }

  dropAfter(round: number): void {
    this.judged.dropAfter(round);
    this.forgetNotFinite();
  }

  private findingOf(diagnosis: Diagnosis, healthyRound: number | undefined): Finding {
    return {
      problem: diagnosis.problem,
      evidence: describeDiagnosis(diagnosis, this.modeNames),
      fixes: diagnosis.fixes.map((changes) => ({ ...changes })),
      ...(healthyRound !== undefined && { healthyRound }),
    };
  }
}
