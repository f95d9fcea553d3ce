import * as l10n from '@vscode/l10n';
import {
  changedNames,
  withLiveChanges,
  type Hyperparameters,
} from '../../../src/shared/domain/hyperparameters';
import { comparePositions, laterPosition, type Position } from '../../../src/shared/domain/phases';
import { failure, type Result } from '../../../src/shared/result';
import type { RoundMetrics } from '../../../src/shared/domain/measures';
import type { RunFrame, RunStart } from '../../../src/shared/wire/run';
import type { QualityRecord } from '../diagnosis';
import type { FrameOptions } from '../display/frameBuilder';
import type { Trainer } from '../trainer';
import { ChangeLog, MOST_CHANGES } from './changeLog';
import { EventLog } from './eventLog';
import { Findings } from './findings';
import type { StoredHistory } from '../../../src/shared/wire/checkpointHeader';
import { Series } from './series';
import { seriesColumns } from './seriesColumns';
import { Snapshots } from './snapshots';
import type { CompletedRound } from './until';

/** A trainer, or what stands in for one. */
type AnyTrainer = Pick<Trainer, keyof Trainer>;

/**
 * The rounds of a trainer's run: it can be taken back to any of them, and what follows is then bit for bit what it was,
 * with every live change at its moment, until it reaches the latest round again and goes on. Changing a hyperparameter
 * before that discards the rounds that followed.
 *
 * Some rounds are kept ({@link Snapshots}); the others are reached by running on from the kept round before them. So the
 * trainer advances, changes and goes to other moments only through its history.
 */
export class RunHistory {
  private readonly snapshots = new Snapshots();
  private readonly changes: ChangeLog;
  private readonly rounds: Series<RoundMetrics>;
  private readonly quality: Series<QualityRecord>;
  private readonly findings: Findings;
  private readonly events: EventLog;
  /** The hyperparameters of round 0; unknown in a run that comes from a checkpoint without its past. */
  private readonly beginning: Hyperparameters | undefined;
  /** How far the run has come. */
  private known: Position;

  constructor(readonly trainer: AnyTrainer) {
    const { past, position } = trainer;
    this.changes = new ChangeLog(past?.changes);
    this.rounds = new Series(past?.rounds);
    this.quality = new Series(past?.quality);
    this.events = new EventLog(past?.events);
    this.beginning = past?.start ?? (position.round === 0 ? trainer.hyperparameters : undefined);
    this.known = past === undefined ? position : laterPosition(past.latest, position);
    this.findings = new Findings(this.rounds, this.quality, trainer.modeNames);
    if (past !== undefined) {
      this.findings.resume(position.round, trainer.hyperparameters);
    }
  }

  /** What is known of the run as soon as its networks exist. */
  get start(): RunStart {
    const { beginning } = this;
    return { ...this.trainer.start, ...(beginning && { beginning }) };
  }

  /** How far the run has come; later than the trainer's position while looking back. */
  get latest(): Position {
    return this.known;
  }

  get isLookingBack(): boolean {
    return comparePositions(this.trainer.position, this.known) < 0;
  }

  /** The round that was completed last, with what was measured in it. */
  get completed(): CompletedRound {
    const { metrics, quality } = this.trainer.measured;
    const { round } = this.trainer.position;
    return { round, metrics, quality: quality?.round === round ? quality : undefined };
  }

  /** The round before the one in which numbers ceased to be finite; `undefined` while they are. */
  get lastGoodRound(): number | undefined {
    const { failedIn } = this.trainer;
    return failedIn === undefined || failedIn <= this.firstRound ? undefined : failedIn - 1;
  }

  /** The earliest round that can be reached. */
  get firstRound(): number {
    return this.beginning === undefined ? (this.snapshots.rounds[0] ?? this.trainer.position.round) : 0;
  }

  /** Runs the next phase. Fails when numbers ceased to be finite. */
  runPhase(): Result<Position> {
    return this.step(() => this.trainer.runPhase());
  }

  /** Runs a whole round, phase by phase where hyperparameters changed within it. Fails when numbers ceased to be finite. */
  runRound(): Result<Position> {
    if (!this.isLookingBack || !this.changes.changesWithin(this.trainer.position.round)) {
      return this.step(() => this.trainer.runRound());
    }
    let result = this.runPhase();
    while (result.ok && result.value.phasesDone > 0) {
      result = this.runPhase();
    }
    return result;
  }

  /**
   * Goes to a kept moment from which `target` can be reached by running on. The caller runs on.
   *
   * @returns the moment
   */
  jumpTowards(target: Position): Position {
    // The round that is shown is run again, because its batches are not kept.
    const round = target.phasesDone > 0 ? target.round + 1 : target.round;
    const snapshot = this.snapshots.before(round);
    const isNearer =
      comparePositions(this.trainer.position, target) < 0 &&
      this.trainer.failedIn === undefined &&
      this.trainer.position.round >= (snapshot?.gan.completeRounds ?? 0);
    if (isNearer) {
      return this.trainer.position;
    }
    if (snapshot !== undefined) {
      this.trainer.restore(snapshot);
    } else if (this.beginning !== undefined) {
      this.trainer.startAgain(this.beginning);
    }
    this.arrive();
    return this.trainer.position;
  }

  /** Gives up the rounds after this moment, which becomes the latest of the run. */
  branch(): void {
    const gaveUp = this.isLookingBack;
    this.truncateHistory();
    if (gaveUp) {
      this.events.branch(this.trainer.position.round);
    }
  }

  private truncateHistory(): void {
    const { position } = this.trainer;
    this.known = position;
    this.changes.dropAfter(position);
    this.snapshots.dropAfter(position.round);
    this.rounds.dropAfter(position.round);
    this.quality.dropAfter(position.round);
    this.findings.dropAfter(position.round);
    this.events.dropAfter(position.round);
  }

  /** The numbers ceased to be finite in the round after this one, where the run stands again. */
  noteNotFinite(): void {
    this.truncateHistory();
    this.findings.noteNotFinite(this.trainer.position.round + 1, this.trainer.hyperparameters);
    this.judge(this.trainer.position.round);
  }

  /** Changes the hyperparameters of the running net, see `Trainer.changeLive`. A change while looking back gives up the rounds that followed. */
  changeLive(wanted: Hyperparameters): Result<Position> {
    const before = this.trainer.hyperparameters;
    if (
      !this.changes.hasRoomAt(this.trainer.position) &&
      changedNames(before, withLiveChanges(before, wanted)).length > 0
    ) {
      return failure(
        l10n.t('This run was changed {0} times while it ran, which is all it can record.', MOST_CHANGES),
        l10n.t('Start a new run to try other values.'),
      );
    }
    const changed = this.trainer.changeLive(wanted);
    if (changed.ok && changedNames(before, this.trainer.hyperparameters).length > 0) {
      this.branch();
      this.changes.record(this.trainer.position, this.trainer.hyperparameters);
      this.findings.forgetNotFinite();
    }
    return changed;
  }

  /** The trainer's checkpoint, with the run's other rounds. */
  checkpoint(): ReturnType<Trainer['checkpoint']> {
    return this.trainer.checkpoint(this.past());
  }

  /** What the trainer shows of this moment, with what is known of the run's other rounds. */
  frame(options: FrameOptions): RunFrame {
    const { latest, firstRound, beginning } = this;
    const changes = beginning && this.changes.since(beginning);
    const frame = this.trainer.frame(options);
    return {
      ...frame,
      history: { firstRound, latest, ...(changes && changes.length > 0 && { changes }) },
      series: seriesColumns(this.rounds.values, this.quality.values, frame, this.trainer.position.round),
      diagnoses: [...this.findings.at(this.trainer.position.round)],
      events: this.events.with(this.changes.all, this.beginning),
    };
  }

  dispose(): void {
    this.trainer.dispose();
  }

  private step(run: () => Result<Position>): Result<Position> {
    this.keepFirst();
    const result = run();
    if (!result.ok) {
      return result;
    }
    const { position } = this.trainer;
    if (position.phasesDone === 0) {
      this.remember(position.round);
    }
    if (comparePositions(position, this.known) > 0) {
      this.known = position;
    } else {
      this.arrive();
    }
    return result;
  }

  /** The first moment that was seen, with the quality at that time. */
  private keepFirst(): void {
    if (this.trainer.position.phasesDone === 0 && this.snapshots.rounds.length === 0) {
      this.trainer.prepareMeasurements();
      this.keep();
    }
  }

  /** Takes note of a round that was just completed, the first time or again. */
  private remember(round: number): void {
    const { metrics, quality } = this.completed;
    if (metrics !== undefined && round > (this.rounds.values.at(-1)?.round ?? 0)) {
      this.rounds.add(metrics);
      if (quality !== undefined) {
        this.quality.add(quality);
      }
      this.findings.completeRound(round, quality !== undefined, this.trainer.hyperparameters);
      this.judge(round);
    }
    if (this.snapshots.wants(round)) {
      this.keep();
    }
  }

  private judge(round: number): void {
    this.events.judge(round, this.findings.at(round));
  }

  private keep(): void {
    const snapshot = this.trainer.snapshot();
    if (snapshot !== undefined) {
      this.snapshots.add(snapshot);
    }
  }

  /** At a known moment: what was changed there is changed again. */
  private arrive(): void {
    const changed = this.changes.at(this.trainer.position);
    if (changed !== undefined && changedNames(changed, this.trainer.hyperparameters).length > 0) {
      this.trainer.changeLive(changed);
    }
  }

  private past(): StoredHistory | undefined {
    return (
      this.beginning && {
        start: this.beginning,
        changes: [...this.changes.all],
        latest: this.known,
        rounds: [...this.rounds.values],
        quality: this.quality.values.map((record) => ({
          ...record,
          modeCounts: record.modeCounts && [...record.modeCounts],
        })),
        events: [...this.events.all],
      }
    );
  }
}
