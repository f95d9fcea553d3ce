import * as l10n from '@vscode/l10n';
import { withLiveChanges, type Hyperparameters } from '../../src/shared/hyperparameters';
import { afterPhase, nextPhase, shownRound, type Position } from '../../src/shared/phases';
import { failure, success, type Problem, type Result } from '../../src/shared/result';
import type { BackendChoice, RunFrame, RunStart } from '../../src/shared/run';
import { chooseBackend } from '../backend';
import { decodeCheckpoint, encodeCheckpoint, type Change, type Checkpoint } from './checkpoint/checkpoint';
import { createCollection, type Collection } from './datasets';
import { Desk, type DeskView } from './display/desk';
import { museumPictures } from './display/pictures';
import { RunRecord } from './display/runRecord';
import { checkCombination } from './networks';
import { Gan } from './training/gan';
import { Round } from './training/round';

/** Originals on the museum's walls. */
const MUSEUM_PICTURES = 24;

/** How a moment of the run is shown, which the trainer does not know of itself. */
export interface Presentation {
  readonly playing: boolean;
  readonly wholeRounds: boolean;
}

/**
 * A run of a GAN from its first weights on: advances by phases or by rounds, shows frames, writes and reads
 * checkpoints. Knows no messages and no time. After a failed step the run is over; its checkpoints stay usable.
 */
export class Trainer {
  private phasesDone = 0;
  private round: Round | undefined;
  /** Why the run cannot go on, once it cannot. */
  private stopped: Problem | undefined;
  /** The run as it was when the round in progress began, for a checkpoint in its middle. */
  private roundStart: Checkpoint | undefined;
  /** Live changes in the round in progress. */
  private changes: Change[] = [];
  /** Live changes of a loaded checkpoint that come when their phases are run again. */
  private readonly scheduled: Change[];
  /** What lay on the desk when the loaded checkpoint was taken. */
  private restoredDesk: DeskView | undefined;
  private readonly desk: Desk;

  private constructor(
    readonly backend: BackendChoice,
    private h: Hyperparameters,
    private readonly collection: Collection,
    private readonly gan: Gan,
    private readonly record: RunRecord,
    checkpoint?: Checkpoint,
  ) {
    this.desk = new Desk(collection, h, record.latent);
    this.scheduled = [...(checkpoint?.changes ?? [])];
    this.restoredDesk = checkpoint?.desk;
  }

  /** A new run, at round 0. Fails when the hyperparameters do not go together or no backend starts. */
  static async create(h: Hyperparameters): Promise<Result<Trainer>> {
    const collection = createCollection(h);
    const problem = checkCombination(h, collection.sampleShape);
    if (problem !== undefined) {
      return { ok: false, problem };
    }
    const backend = await chooseBackend(h.backend);
    if (!backend.ok) {
      return backend;
    }
    const gan = Gan.create(h, collection);
    return success(new Trainer(backend.value, h, collection, gan, new RunRecord(gan, h)));
  }

  /**
   * The run of a checkpoint, between two rounds. Going on from here gives bit for bit what the run itself would have
   * given, if `backend` is the one on which it ran.
   *
   * @param bytes a checkpoint file
   */
  static async resume(bytes: Uint8Array, wanted: BackendChoice['backend']): Promise<Result<Trainer>> {
    const decoded = decodeCheckpoint(bytes);
    if (!decoded.ok) {
      return decoded;
    }
    const checkpoint = decoded.value;
    const h = checkpoint.hyperparameters;
    const collection = createCollection(h);
    const backend = await chooseBackend(wanted);
    if (!backend.ok) {
      return backend;
    }
    const gan =
      checkCombination(h, collection.sampleShape) === undefined
        ? Gan.restore(h, collection, checkpoint.gan)
        : undefined;
    if (gan === undefined) {
      return failure(
        l10n.t('The saved run could not be opened: its weights do not fit its networks.'),
        l10n.t('Start a new run.'),
      );
    }
    const record = new RunRecord(gan, h, checkpoint);
    return success(new Trainer(backend.value, h, collection, gan, record, checkpoint));
  }

  get hyperparameters(): Hyperparameters {
    return this.h;
  }

  get position(): Position {
    return { round: this.gan.completeRounds, phasesDone: this.phasesDone };
  }

  /** What is known as soon as the networks exist. */
  get start(): RunStart {
    return {
      backend: this.backend,
      generatorParameters: this.gan.generator.network.parameterCount,
      discriminatorParameters: this.gan.discriminator.network.parameterCount,
      museum: museumPictures(this.collection, MUSEUM_PICTURES),
    };
  }

  /** See {@link RunRecord.prepareMeasurements}. */
  prepareMeasurements(): void {
    this.record.prepareMeasurements();
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
    this.applyScheduledChanges();
    const phase = nextPhase(this.position);
    this.round?.runPhase(phase, this.h);
    this.phasesDone = afterPhase(this.position).phasesDone;
    const trained = phase === 'trainDiscriminator' || phase === 'trainGenerator';
    if (!this.lossesAreFinite() || (trained && !this.gan.isFinite())) {
      return this.stop(this.phasesDone === 0 ? this.gan.completeRounds : this.gan.completeRounds + 1);
    }
    if (this.phasesDone === 0) {
      this.roundStart = undefined;
      this.changes = [];
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
    if (this.phasesDone > 0 || this.scheduled.length > 0) {
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
    const problem = checkCombination(changed, this.collection.sampleShape);
    if (problem !== undefined) {
      return { ok: false, problem };
    }
    this.h = changed;
    if (this.phasesDone > 0) {
      this.changes.push({ phasesDone: this.phasesDone, hyperparameters: changed });
    }
    return success(this.position);
  }

  /**
   * The whole run between two rounds: now, or when the round in progress began, together with the live changes since.
   * Fails when a weight is not a number any more.
   */
  checkpoint(): Result<{ readonly position: Position; readonly bytes: Uint8Array<ArrayBuffer> }> {
    if (this.stopped !== undefined) {
      return { ok: false, problem: this.stopped };
    }
    if (this.roundStart === undefined && !this.gan.isFinite()) {
      return this.stop(this.gan.completeRounds);
    }
    const start = this.roundStart ?? this.betweenRounds();
    return success({
      position: { round: start.gan.completeRounds, phasesDone: 0 },
      bytes: encodeCheckpoint({ ...start, changes: [...this.changes, ...this.scheduled] }),
    });
  }

  /** Everything that can be seen of this moment. Changes neither weights nor random numbers. */
  frame(presentation: Presentation): RunFrame {
    const frame = { position: this.position, ...presentation, ...this.onDesk(), ...this.record.frame() };
    const inProgress = this.phasesDone > 0 ? this.round?.view.metrics : undefined;
    return inProgress === undefined ? frame : { ...frame, metrics: inProgress };
  }

  dispose(): void {
    this.round?.dispose();
    this.record.dispose();
    this.gan.dispose();
  }

  private beginRound(): void {
    if (this.gan.completeRounds === 0) {
      this.record.prepareMeasurements();
    }
    this.round?.dispose();
    this.restoredDesk = undefined;
    this.round = new Round(this.gan);
  }

  private endRound(): void {
    const metrics = this.round?.view.metrics;
    if (metrics !== undefined) {
      this.record.completeRound(metrics);
    }
  }

  private onDesk(): DeskView {
    return this.restoredDesk ?? this.desk.view(this.round?.view ?? {}, shownRound(this.position));
  }

  private betweenRounds(): Checkpoint {
    return {
      hyperparameters: this.h,
      gan: this.gan.state(),
      ...this.record.state(),
      desk: this.onDesk(),
      changes: [],
    };
  }

  private applyScheduledChanges(): void {
    while (this.scheduled[0]?.phasesDone === this.phasesDone) {
      const change = this.scheduled.shift();
      if (change !== undefined) {
        this.h = change.hyperparameters;
        this.changes.push(change);
      }
    }
  }

  private lossesAreFinite(): boolean {
    const metrics = this.round?.view.metrics;
    return (
      metrics === undefined ||
      (Number.isFinite(metrics.discriminatorLoss) && Number.isFinite(metrics.generatorLoss))
    );
  }

  private stop(round: number): Result<never> {
    this.stopped = {
      message: l10n.t('Numbers grew beyond all bounds in round {0}, and the run stopped.', round),
      next: l10n.t(
        'Go back to the last checkpoint or start a new run, with a smaller learning rate or another loss.',
      ),
    };
    return { ok: false, problem: this.stopped };
  }
}
