import * as l10n from '@vscode/l10n';
import { withLiveChanges, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { afterPhase, nextPhase, type Position } from '../../../src/shared/domain/phases';
import { success, type Problem, type Result } from '../../../src/shared/result';
import type { Change, Checkpoint } from '../checkpoint/checkpoint';
import type { RunRecord } from '../display/runRecord';
import { checkCombination } from '../networks';
import type { Gan, GanState } from '../training/gan';
import { Round } from '../training/round';
import { lossesAreFinite } from '../training/roundMetrics';
import type { RoundView } from '../training/roundView';
import { LiveChanges } from './liveChanges';

/** Where a run is stepped on from, between two rounds. */
export interface StepperStart {
  readonly gan: Gan;
  readonly record: RunRecord;
  readonly hyperparameters: Hyperparameters;
  /** Live changes of a loaded checkpoint that come when their phases are run again. */
  readonly changes: readonly Change[];
}

/**
 * Advances a run by phases or by rounds, with the hyperparameters in force, until numbers cease to be finite; then it
 * can only go to another moment.
 */
export class Stepper {
  private readonly gan: Gan;
  private readonly record: RunRecord;
  private readonly changes: LiveChanges;
  private h: Hyperparameters;
  private phasesDone = 0;
  private round: Round | undefined;
  /** Why the run cannot go on, once it cannot. */
  private stopped: Problem | undefined;
  /** The round in which numbers ceased to be finite, once they have. */
  private failure: number | undefined;
  /** The run as it was when the round in progress began, for a checkpoint in its middle. */
  private roundStart: Checkpoint | undefined;

  /** @param betweenRounds the run as it is now, asked for between two rounds only */
  constructor(
    { gan, record, hyperparameters, changes }: StepperStart,
    private readonly betweenRounds: () => Checkpoint,
  ) {
    this.gan = gan;
    this.record = record;
    this.h = hyperparameters;
    this.changes = new LiveChanges(changes);
  }

  /** Those in force. */
  get hyperparameters(): Hyperparameters {
    return this.h;
  }

  get position(): Position {
    return { round: this.gan.completeRounds, phasesDone: this.phasesDone };
  }

  /** Of the round in progress or of the last one; `undefined` until one began here. */
  get view(): RoundView | undefined {
    return this.round?.view;
  }

  /** The networks as they were when the round in progress began; `undefined` between two rounds. */
  get atRoundStart(): GanState | undefined {
    return this.roundStart?.gan;
  }

  /** The round in which numbers ceased to be finite; `undefined` while they are. */
  get failedIn(): number | undefined {
    return this.failure;
  }

  /** Runs the next phase. Fails when numbers ceased to be finite. */
  runPhase(): Result<Position> {
    if (this.stopped !== undefined) {
      return { ok: false, problem: this.stopped };
    }
    if (this.phasesDone === 0) {
      if (!this.gan.isFinite()) {
        return this.stop(this.gan.completeRounds);
      }
      this.roundStart = this.betweenRounds();
      this.beginRound();
    }
    this.h = this.changes.takeDue(this.phasesDone) ?? this.h;
    const phase = nextPhase(this.position);
    this.round?.runPhase(phase, this.h);
    this.phasesDone = afterPhase(this.position).phasesDone;
    const trained = phase === 'trainDiscriminator' || phase === 'trainGenerator';
    if (!this.lossesAreFinite() || (trained && !this.gan.isFinite())) {
      return this.stop(this.phasesDone === 0 ? this.gan.completeRounds : this.gan.completeRounds + 1);
    }
    if (this.phasesDone === 0) {
      this.roundStart = undefined;
      this.changes.completeRound();
      this.endRound();
    }
    return success(this.position);
  }

  /** Runs to the end of the round in progress, or one whole round. Fails when numbers ceased to be finite. */
  runRound(): Result<Position> {
    if (this.stopped !== undefined) {
      return { ok: false, problem: this.stopped };
    }
    // A checkpoint with changes inside the coming round asks for its phases.
    if (this.phasesDone > 0 || this.changes.hasScheduled) {
      let result = this.runPhase();
      while (result.ok && this.phasesDone > 0) {
        result = this.runPhase();
      }
      return result;
    }
    this.beginRound();
    this.round?.runUndivided(this.h);
    if (!this.lossesAreFinite()) {
      return this.stop(this.gan.completeRounds);
    }
    this.endRound();
    return success(this.position);
  }

  /**
   * Takes over from the next phase on what a running net can take over; the rest is left as it is. Fails, and changes
   * nothing, when the result does not go together.
   */
  changeLive(wanted: Hyperparameters): Result<Position> {
    if (this.stopped !== undefined) {
      return { ok: false, problem: this.stopped };
    }
    const changed = withLiveChanges(this.h, wanted);
    const problem = checkCombination(changed, this.gan.collection);
    if (problem !== undefined) {
      return { ok: false, problem };
    }
    this.h = changed;
    if (this.phasesDone > 0) {
      this.changes.note({ phasesDone: this.phasesDone, hyperparameters: changed });
    }
    return success(this.position);
  }

  /**
   * The run between two rounds: now, or when the round in progress began, together with the live changes since. Fails
   * when a weight is not a number any more.
   */
  checkpoint(): Result<Checkpoint> {
    if (this.stopped !== undefined) {
      return { ok: false, problem: this.stopped };
    }
    if (this.roundStart === undefined && !this.gan.isFinite()) {
      return this.stop(this.gan.completeRounds);
    }
    return success({ ...(this.roundStart ?? this.betweenRounds()), changes: this.changes.all });
  }

  /** Gives up the round in progress; the network is taken to another moment, at which these are in force. */
  goTo(h: Hyperparameters): void {
    this.round?.dispose();
    this.round = undefined;
    this.h = h;
    this.phasesDone = 0;
    this.stopped = undefined;
    this.failure = undefined;
    this.roundStart = undefined;
    this.changes.forget();
  }

  dispose(): void {
    this.round?.dispose();
  }

  private beginRound(): void {
    if (this.gan.completeRounds === 0) {
      this.record.prepareMeasurements(this.h);
    }
    this.round?.dispose();
    this.round = new Round(this.gan);
  }

  private endRound(): void {
    const metrics = this.round?.view.metrics;
    if (metrics !== undefined) {
      this.record.completeRound(metrics, this.h);
    }
  }

  private lossesAreFinite(): boolean {
    const metrics = this.round?.view.metrics;
    return metrics === undefined || lossesAreFinite(metrics);
  }

  private stop(round: number): Result<never> {
    this.failure = round;
    this.stopped = {
      message: l10n.t('Numbers grew beyond all bounds in round {0}, and the run stopped.', round),
      next: l10n.t(
        'Go back to the last checkpoint or start a new run, with a smaller learning rate or another loss.',
      ),
    };
    return { ok: false, problem: this.stopped };
  }
}
