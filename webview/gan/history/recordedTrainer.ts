import { changedNames, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { LatentPath } from '../../../src/shared/wire/latent';
import { comparePositions, type Position } from '../../../src/shared/domain/phases';
import type { Result } from '../../../src/shared/result';
import type { RoundMetrics, RunFrame, RunStart } from '../../../src/shared/wire/run';
import type { QualityRecord } from '../diagnosis';
import type { FrameOptions, Trainer } from '../trainer';
import { ChangeLog } from './changeLog';
import { EventLog } from './eventLog';
import { Findings } from './findings';
import type { Past } from './past';
import { Series } from './series';
import { seriesColumns } from './seriesColumns';
import { Snapshots } from './snapshots';
import type { CompletedRound } from './until';

/**
 * A run that remembers its rounds: it can be taken back to any of them, and what follows is then bit for bit what it
 * was, with every live change at its moment, until it reaches the latest round again and goes on. Changing a
 * hyperparameter before that gives up the rounds that followed.
 *
 * Some rounds are kept ({@link Snapshots}); the others are reached by running on from the kept round before them.
 */
export class RecordedTrainer {
  private readonly snapshots = new Snapshots();
  private readonly changes: ChangeLog;
  private readonly rounds: Series<RoundMetrics>;
  private readonly quality: Series<QualityRecord>;
  private readonly findings: Findings;
  private readonly events: EventLog;
  /** In force at round 0; unknown in a run that comes from a checkpoint without its past. */
  private readonly beginning: Hyperparameters | undefined;
  /** How far the run has come. */
  private known: Position;

  constructor(private readonly trainer: Trainer) {
    const { past, position } = trainer;
    this.changes = new ChangeLog(past?.changes);
    this.rounds = new Series(past?.rounds);
    this.quality = new Series(past?.quality);
    this.events = new EventLog(past?.events);
    this.beginning = past?.start ?? (position.round === 0 ? trainer.hyperparameters : undefined);
    this.known = past === undefined ? position : later(past.latest, position);
    this.findings = new Findings(this.rounds, this.quality);
    if (past !== undefined) {
      this.findings.judge(position.round, trainer.hyperparameters);
    }
  }

  get backend() {
    return this.trainer.backend;
  }

  get backendIsLost(): boolean {
    return this.trainer.backendIsLost;
  }

  /** See {@link Trainer.start}. */
  get start(): RunStart {
    const { beginning } = this;
    return { ...this.trainer.start, ...(beginning && { beginning }) };
  }

  get hyperparameters(): Hyperparameters {
    return this.trainer.hyperparameters;
  }

  get position(): Position {
    return this.trainer.position;
  }

  /** How far the run has come; later than {@link position} while looking back. */
  get latest(): Position {
    return this.known;
  }

  get isLookingBack(): boolean {
    return comparePositions(this.position, this.known) < 0;
  }

  /** The round that was completed last, with what was measured in it. */
  get completed(): CompletedRound {
    const { metrics, quality } = this.trainer.measured;
    const { round } = this.position;
    return { round, metrics, quality: quality?.round === round ? quality : undefined };
  }

  /** The round before the one in which numbers ceased to be finite; `undefined` while they are. */
  get lastGoodRound(): number | undefined {
    const { failedIn } = this.trainer;
    return failedIn === undefined || failedIn <= this.firstRound ? undefined : failedIn - 1;
  }

  /** The earliest round that can be reached. */
  get firstRound(): number {
    return this.beginning === undefined ? (this.snapshots.rounds[0] ?? this.position.round) : 0;
  }

  prepareMeasurements(): void {
    this.trainer.prepareMeasurements();
  }

  /** See {@link Trainer.runPhase}. */
  runPhase(): Result<Position> {
    return this.step(() => this.trainer.runPhase());
  }

  /** See {@link Trainer.runRound}; a round within which hyperparameters changed is run phase by phase. */
  runRound(): Result<Position> {
    if (!this.isLookingBack || !this.changes.changesWithin(this.position.round)) {
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
      comparePositions(this.position, target) < 0 &&
      this.trainer.failedIn === undefined &&
      this.position.round >= (snapshot?.gan.completeRounds ?? 0);
    if (isNearer) {
      return this.position;
    }
    if (snapshot !== undefined) {
      this.trainer.restore(snapshot);
    } else if (this.beginning !== undefined) {
      this.trainer.startAgain(this.beginning);
    }
    this.arrive();
    return this.position;
  }

  /** Gives up the rounds after this moment, which becomes the latest of the run. */
  branch(): void {
    const gaveUp = this.isLookingBack;
    this.truncateHistory();
    if (gaveUp) {
      this.events.branch(this.position.round);
    }
  }

  private truncateHistory(): void {
    const { position } = this;
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
    this.findings.noteNotFinite(this.position.round + 1, this.hyperparameters);
    this.judge(this.position.round);
  }

  /** See {@link Trainer.changeLive}. A change while looking back gives up the rounds that followed. */
  changeLive(wanted: Hyperparameters): Result<Position> {
    const before = this.hyperparameters;
    const changed = this.trainer.changeLive(wanted);
    if (changed.ok && changedNames(before, this.hyperparameters).length > 0) {
      this.branch();
      this.changes.record(this.position, this.hyperparameters);
      this.findings.forgetNotFinite();
    }
    return changed;
  }

  /** See {@link Trainer.checkpoint}. */
  checkpoint(): ReturnType<Trainer['checkpoint']> {
    return this.trainer.checkpoint(this.past());
  }

  /** See {@link Trainer.walk}. */
  walk(path: LatentPath): ReturnType<Trainer['walk']> {
    return this.trainer.walk(path);
  }

  /** See {@link Trainer.gameSource}. */
  gameSource(): ReturnType<Trainer['gameSource']> {
    return this.trainer.gameSource();
  }

  /** See {@link Trainer.showLayers}. */
  showLayers(layers: Parameters<Trainer['showLayers']>[0]): void {
    this.trainer.showLayers(layers);
  }

  /** See {@link Trainer.frame}. */
  frame(options: FrameOptions): RunFrame {
    const { latest, firstRound, beginning } = this;
    const changes = beginning && this.changes.since(beginning);
    const frame = this.trainer.frame(options);
    return {
      ...frame,
      history: { firstRound, latest, ...(changes && changes.length > 0 && { changes }) },
      series: seriesColumns(this.rounds.values, this.quality.values, frame, this.position.round),
      diagnoses: [...this.findings.at(this.position.round)],
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
    const { position } = this;
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
    if (this.position.phasesDone === 0 && this.snapshots.rounds.length === 0) {
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
      this.findings.completeRound(round, quality !== undefined, this.hyperparameters);
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
    const changed = this.changes.at(this.position);
    if (changed !== undefined && changedNames(changed, this.hyperparameters).length > 0) {
      this.trainer.changeLive(changed);
    }
  }

  private past(): Past | undefined {
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

function later(a: Position, b: Position): Position {
  return comparePositions(a, b) < 0 ? b : a;
}
