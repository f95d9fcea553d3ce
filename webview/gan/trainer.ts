import * as l10n from '@vscode/l10n';
import type { OwnSamples } from '../../src/shared/domain/collection';
import { withLiveChanges, type Hyperparameters } from '../../src/shared/domain/hyperparameters';
import type { Quality } from '../../src/shared/domain/measures';
import { afterPhase, nextPhase, type Position } from '../../src/shared/domain/phases';
import { success, type Problem, type Result } from '../../src/shared/result';
import type { LatentPath } from '../../src/shared/wire/latent';
import type { PlaneLayer } from '../../src/shared/wire/plane';
import type { BackendChoice, Pictures, RunFrame, RunStart } from '../../src/shared/wire/run';
import { webglIsLost } from '../backend';
import { BackendChooser } from './backendChooser';
import { encodeCheckpoint, type Checkpoint } from './checkpoint/checkpoint';
import { FrameBuilder, type DisplayState, type FrameOptions } from './display/frameBuilder';
import { LatentPaths } from './display/latentPaths';
import { collectionPictures } from './display/pictures';
import { RoundRecorder, type RecordedRounds } from './display/roundRecorder';
import { copyOf, type GameSource } from './games/gameSource';
import type { Snapshot } from './history/snapshots';
import type { StoredHistory } from '../../src/shared/wire/checkpointHeader';
import { checkCombination, classCount } from './networks';
import { PlaneComparison } from './plane/comparison';
import { LiveChanges } from './run/liveChanges';
import { openNewRun, openSavedRun, type TrainerParts } from './run/openRun';
import { Gan, type GanState } from './training/gan';
import { Round } from './training/round';
import { lossesAreFinite } from './training/roundMetrics';

/** Originals that are shown of the data set. */
const SHOWN_PICTURES = 24;

/**
 * A run of a GAN from its first weights on: advances by phases or by rounds, shows frames, reads and takes checkpoints.
 * Knows no messages and no time. Once a loss or a weight is no longer a finite number it can only go to another moment.
 */
export class Trainer {
  readonly backend: BackendChoice;
  /** What the loaded checkpoint knows of the run's other rounds. */
  readonly past: StoredHistory | undefined;
  private readonly gan: Gan;
  /** In a run on points. */
  private readonly comparison: PlaneComparison | undefined;
  private readonly recorder: RoundRecorder;
  private readonly frames: FrameBuilder;
  private readonly changes: LiveChanges;
  private latentPaths: LatentPaths | undefined;
  private current: Hyperparameters;
  private phasesDone = 0;
  /** The round in progress or the last one; `undefined` until one began here. */
  private round: Round | undefined;
  /** The run as it was when the round in progress began, for a checkpoint in its middle. */
  private roundStart: Checkpoint | undefined;
  /** Called after each update of a network, within phases, too. */
  afterUpdate: () => void = () => undefined;
  private failure: { readonly round: number; readonly problem: Problem } | undefined;

  private constructor({ backend, hyperparameters, gan, checkpoint }: TrainerParts) {
    this.backend = backend;
    this.current = hyperparameters;
    this.past = checkpoint?.past;
    this.gan = gan;
    const { collection } = gan;
    this.comparison =
      collection.kind === 'points' ? new PlaneComparison(gan, collection, hyperparameters) : undefined;
    this.recorder = new RoundRecorder(gan, hyperparameters, this.comparison, checkpoint);
    this.frames = new FrameBuilder(gan, hyperparameters, this.recorder, this.comparison, checkpoint?.batches);
    this.changes = new LiveChanges(checkpoint?.changes);
  }

  /**
   * A new run, at round 0. Fails when the hyperparameters do not go together or no backend starts.
   *
   * @param own the learner's own samples, for a run on such data
   */
  static async create(
    h: Hyperparameters,
    own?: OwnSamples,
    backends = new BackendChooser(),
  ): Promise<Result<Trainer>> {
    const opened = await openNewRun(h, own, backends);
    return opened.ok ? success(new Trainer(opened.value)) : opened;
  }

  /**
   * The run of a checkpoint, between two rounds. Going on from here gives bit for bit what the run itself would have
   * given, if `backend` is the one on which it ran.
   *
   * @param bytes a checkpoint file
   * @param saved the backend on which it ran
   * @param own the learner's own samples, for a run on such data; they must be the ones that it was trained on
   */
  static async resume(
    bytes: Uint8Array,
    saved: BackendChoice['backend'],
    own?: OwnSamples,
    backends = new BackendChooser(),
  ): Promise<Result<Trainer>> {
    const opened = await openSavedRun(bytes, saved, own, backends);
    return opened.ok ? success(new Trainer(opened.value)) : opened;
  }

  /** Those that the next phase uses. */
  get hyperparameters(): Hyperparameters {
    return this.current;
  }

  get position(): Position {
    return { round: this.gan.completeRounds, phasesDone: this.phasesDone };
  }

  /** What the collection's kinds of sample are called, where somebody has named them. */
  get modeNames(): readonly string[] | undefined {
    return this.gan.collection.modeNames;
  }

  /** What is known as soon as the networks exist. */
  get start(): RunStart {
    const { generator, discriminator, collection } = this.gan;
    const classes = classCount(this.hyperparameters, collection);
    return {
      backend: this.backend,
      generatorParameters: generator.network.parameterCount,
      discriminatorParameters: discriminator.network.parameterCount,
      generatorShapes: generator.network.describe(),
      discriminatorShapes: discriminator.network.describe(),
      ...(classes > 0 && { classes }),
      ...(classes > 0 && collection.modeNames && { classNames: [...collection.modeNames] }),
      collectionPictures: collectionPictures(collection, SHOWN_PICTURES),
    };
  }

  /** Whether the graphics processor was taken away: what was computed since is worthless, and the run is over. */
  get backendIsLost(): boolean {
    return this.backend.backend === 'webgl' && webglIsLost();
  }

  /** Measures round 0 ahead of the first round, which would otherwise wait for it; see `RoundRecorder`. */
  prepareMeasurements(): void {
    this.recorder.prepareMeasurements(this.hyperparameters);
  }

  /** Of the last complete round, and of the last measurement since the run began, was resumed or went back. */
  get measured(): RoundRecorder['measured'] {
    return this.recorder.measured;
  }

  /** The round in which numbers ceased to be finite; `undefined` while they are. */
  get failedIn(): number | undefined {
    return this.failure?.round;
  }

  /** Runs the next phase. Fails when numbers ceased to be finite. */
  runPhase(): Result<Position> {
    if (this.failure !== undefined) {
      return { ok: false, problem: this.failure.problem };
    }
    if (this.phasesDone === 0) {
      if (!this.gan.isFinite()) {
        return this.fail(this.gan.completeRounds);
      }
      this.roundStart = this.betweenRounds();
    }
    const round = this.phasesDone === 0 ? this.beginRound() : (this.round ?? this.beginRound());
    this.current = this.changes.takeDue(this.phasesDone) ?? this.current;
    const phase = nextPhase(this.position);
    round.runPhase(phase, this.current);
    this.phasesDone = afterPhase(this.position).phasesDone;
    const trained = phase === 'trainDiscriminator' || phase === 'trainGenerator';
    if (!lossesAreFinite(round.view.metrics) || (trained && !this.gan.isFinite())) {
      return this.fail(this.phasesDone === 0 ? this.gan.completeRounds : this.gan.completeRounds + 1);
    }
    if (this.phasesDone === 0) {
      this.roundStart = undefined;
      this.changes.completeRound();
      this.recordRound(round);
    }
    return success(this.position);
  }

  /** Runs to the end of the round in progress, or one whole round. Fails when numbers ceased to be finite. */
  runRound(): Result<Position> {
    if (this.failure !== undefined) {
      return { ok: false, problem: this.failure.problem };
    }
    // A checkpoint with changes inside the coming round asks for its phases.
    if (this.phasesDone > 0 || this.changes.hasScheduled) {
      let result = this.runPhase();
      while (result.ok && this.phasesDone > 0) {
        result = this.runPhase();
      }
      return result;
    }
    const round = this.beginRound();
    round.runUndivided(this.current);
    if (!lossesAreFinite(round.view.metrics) || (round.hasOverflowed && !this.gan.isFinite())) {
      return this.fail(this.gan.completeRounds);
    }
    this.recordRound(round);
    return success(this.position);
  }

  /**
   * Uses from the next phase on what a running net can change; the rest is left as it is. Fails, and changes nothing,
   * when the result does not go together.
   */
  changeLive(wanted: Hyperparameters): Result<Position> {
    if (this.failure !== undefined) {
      return { ok: false, problem: this.failure.problem };
    }
    const changed = withLiveChanges(this.current, wanted);
    const problem = checkCombination(changed, this.gan.collection);
    if (problem !== undefined) {
      return { ok: false, problem };
    }
    this.current = changed;
    if (this.phasesDone > 0) {
      this.changes.note({ phasesDone: this.phasesDone, hyperparameters: changed });
    }
    return success(this.position);
  }

  /** Everything that going back to this moment takes; `undefined` when a weight is not a number any more. */
  snapshot(): Snapshot | undefined {
    return this.gan.isFinite()
      ? { hyperparameters: this.hyperparameters, gan: this.gan.state(), ...this.recorder.state() }
      : undefined;
  }

  /** Goes to another moment of this run, also when it could not go on. */
  restore({ gan, hyperparameters, ...recorded }: Snapshot): void {
    const restored = Gan.restore(hyperparameters, this.gan.collection, gan);
    if (restored === undefined) {
      throw new Error('The snapshot is one of another run.');
    }
    this.goTo(restored, hyperparameters, recorded);
  }

  /** Goes to round 0 of this run. */
  startAgain(h: Hyperparameters): void {
    this.goTo(Gan.create(h, this.gan.collection), h, undefined);
  }

  private goTo(gan: Gan, h: Hyperparameters, recorded: RecordedRounds | undefined): void {
    this.round?.dispose();
    this.round = undefined;
    this.roundStart = undefined;
    this.failure = undefined;
    this.phasesDone = 0;
    this.current = h;
    this.changes.forget();
    this.gan.become(gan);
    this.recorder.goTo(recorded, h);
    this.frames.clearBatches();
  }

  /**
   * The whole run between two rounds: now, or when the round in progress began, together with the live changes since.
   * Fails when a weight is not a number any more.
   *
   * @param past what else is known of the run
   */
  checkpoint(
    past?: StoredHistory,
  ): Result<{ readonly position: Position; readonly bytes: Uint8Array<ArrayBuffer> }> {
    if (this.failure !== undefined) {
      return { ok: false, problem: this.failure.problem };
    }
    if (this.roundStart === undefined && !this.gan.isFinite()) {
      return this.fail(this.gan.completeRounds);
    }
    const checkpoint = this.roundStart ?? this.betweenRounds();
    return success({
      position: { round: checkpoint.gan.completeRounds, phasesDone: 0 },
      bytes: encodeCheckpoint({ ...checkpoint, changes: this.changes.all, ...(past && { past }) }),
    });
  }

  /** Pictures along a path between latent vectors, by the averaged generator; see `LatentPaths`. */
  walk(path: LatentPath): Pictures {
    this.latentPaths ??= new LatentPaths(this.gan.collection, this.hyperparameters, this.recorder.latent);
    return this.latentPaths.paint(this.gan.generator, path);
  }

  /** How good samples along a path are, where that is measured: of truncated ones. */
  walkQuality(path: LatentPath): Quality | undefined {
    return path.kind === 'truncated' ? this.recorder.truncatedQuality(path.scale) : undefined;
  }

  /** This moment, for a game, which plays on copies of the networks. */
  gameSource(): GameSource {
    const { gan, roundStart, hyperparameters, position } = this;
    const copy = (state: GanState): Gan => copyOf(hyperparameters, gan.collection, state);
    return {
      hyperparameters,
      position,
      present: () => copy(gan.state()),
      atRoundStart: () => copy(roundStart?.gan ?? gan.state()),
    };
  }

  /** What frames show of a run on points from now on; of no effect on pictures. */
  showLayers(layers: readonly PlaneLayer[]): void {
    this.frames.showLayers(layers);
  }

  /** Everything that can be seen of this moment. Changes neither weights nor random numbers. */
  frame(options: FrameOptions): RunFrame {
    return this.frames.frame(this.displayState, options);
  }

  dispose(): void {
    this.round?.dispose();
    this.frames.dispose();
    this.recorder.dispose();
    this.comparison?.dispose();
    this.gan.dispose();
  }

  private beginRound(): Round {
    if (this.gan.completeRounds === 0) {
      this.prepareMeasurements();
    }
    this.round?.dispose();
    this.round = new Round(this.gan, () => this.afterUpdate());
    return this.round;
  }

  private recordRound({ view: { metrics } }: Round): void {
    if (metrics !== undefined) {
      this.recorder.completeRound(metrics, this.current);
    }
  }

  private fail(round: number): Result<never> {
    const problem = {
      message: l10n.t('Numbers grew beyond all bounds in round {0}, and the run stopped.', round),
      next: l10n.t(
        'Go back to the last checkpoint or start a new run, with a smaller learning rate or another loss.',
      ),
    };
    this.failure = { round, problem };
    return { ok: false, problem };
  }

  private get displayState(): DisplayState {
    return { position: this.position, hyperparameters: this.current, view: this.round?.view };
  }

  private betweenRounds(): Checkpoint {
    const { digest } = this.gan.collection;
    return {
      hyperparameters: this.current,
      gan: this.gan.state(),
      ...this.recorder.state(),
      batches: this.frames.shownBatches(this.displayState),
      changes: [],
      ...(digest !== undefined && { collection: digest }),
    };
  }
}
