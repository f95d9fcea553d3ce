import type { OwnSamples } from '../../src/shared/domain/collection';
import type { Hyperparameters } from '../../src/shared/domain/hyperparameters';
import type { LatentPath } from '../../src/shared/wire/latent';
import type { Position } from '../../src/shared/domain/phases';
import type { PlaneLayer } from '../../src/shared/wire/plane';
import { success, type Result } from '../../src/shared/result';
import type { BackendChoice, Pictures, RunFrame, RunStart } from '../../src/shared/wire/run';
import { webglIsLost } from '../backend';
import { BackendForRun } from './backendForRun';
import { encodeCheckpoint, type Checkpoint } from './checkpoint/checkpoint';
import { LatentPaths } from './display/latentPaths';
import { collectionPictures } from './display/pictures';
import { RunDisplay, type DisplayState, type FrameOptions } from './display/runDisplay';
import { RunRecord } from './display/runRecord';
import { copyOf, type GameSource } from './games/gameSource';
import type { Past } from './history/past';
import type { Snapshot } from './history/snapshots';
import { classCount } from './networks';
import { PlaneComparison } from './plane/comparison';
import { openNewRun, openSavedRun, type OpenedRun } from './run/openRun';
import { Stepper } from './run/stepper';
import { Gan, type GanState } from './training/gan';

export type { FrameOptions } from './display/runDisplay';

/** Originals that are shown of the data set. */
const SHOWN_PICTURES = 24;

/**
 * A run of a GAN from its first weights on: advances by phases or by rounds, shows frames, writes and reads
 * checkpoints. Knows no messages and no time. After a failed step the run is over; its checkpoints stay usable.
 */
export class Trainer {
  readonly backend: BackendChoice;
  /** What the loaded checkpoint knows of the run's other rounds. */
  readonly past: Past | undefined;
  private readonly gan: Gan;
  /** In a run on points. */
  private readonly comparison: PlaneComparison | undefined;
  private readonly record: RunRecord;
  private readonly display: RunDisplay;
  private readonly stepper: Stepper;
  private latentPaths: LatentPaths | undefined;

  private constructor({ backend, hyperparameters, gan, checkpoint }: OpenedRun) {
    this.backend = backend;
    this.past = checkpoint?.past;
    this.gan = gan;
    const { collection } = gan;
    this.comparison =
      collection.kind === 'points' ? new PlaneComparison(gan, collection, hyperparameters) : undefined;
    this.record = new RunRecord(gan, hyperparameters, this.comparison, checkpoint);
    this.display = new RunDisplay(gan, hyperparameters, this.record, this.comparison, checkpoint?.batches);
    this.stepper = new Stepper(
      { gan, record: this.record, hyperparameters, changes: checkpoint?.changes ?? [] },
      () => this.betweenRounds(),
    );
  }

  /**
   * A new run, at round 0. Fails when the hyperparameters do not go together or no backend starts.
   *
   * @param own the learner's own samples, for a run on such data
   */
  static async create(
    h: Hyperparameters,
    own?: OwnSamples,
    backends = new BackendForRun(),
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
    backends = new BackendForRun(),
  ): Promise<Result<Trainer>> {
    const opened = await openSavedRun(bytes, saved, own, backends);
    return opened.ok ? success(new Trainer(opened.value)) : opened;
  }

  get hyperparameters(): Hyperparameters {
    return this.stepper.hyperparameters;
  }

  get position(): Position {
    return this.stepper.position;
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
      collectionPictures: collectionPictures(collection, SHOWN_PICTURES),
    };
  }

  /** Whether the graphics processor was taken away: what was computed since is worthless, and the run is over. */
  get backendIsLost(): boolean {
    return this.backend.backend === 'webgl' && webglIsLost();
  }

  /** See {@link RunRecord.prepareMeasurements}. */
  prepareMeasurements(): void {
    this.record.prepareMeasurements(this.hyperparameters);
  }

  /** See {@link RunRecord.measured}. */
  get measured(): RunRecord['measured'] {
    return this.record.measured;
  }

  /** The round in which numbers ceased to be finite; `undefined` while they are. */
  get failedIn(): number | undefined {
    return this.stepper.failedIn;
  }

  /** Everything that going back to this moment takes; `undefined` when a weight is not a number any more. */
  snapshot(): Snapshot | undefined {
    return this.gan.isFinite()
      ? { hyperparameters: this.hyperparameters, gan: this.gan.state(), ...this.record.state() }
      : undefined;
  }

  /** Goes to another moment of this run, also when it could not go on. */
  restore({ gan, hyperparameters, ...record }: Snapshot): void {
    const restored = Gan.restore(hyperparameters, this.gan.collection, gan);
    if (restored === undefined) {
      throw new Error('The snapshot is one of another run.');
    }
    this.goTo(restored, hyperparameters, record);
  }

  /** Goes to round 0 of this run. */
  startAgain(h: Hyperparameters): void {
    this.goTo(Gan.create(h, this.gan.collection), h, undefined);
  }

  private goTo(
    gan: Gan,
    h: Hyperparameters,
    record: Pick<Snapshot, 'samplesOverTime' | 'history'> | undefined,
  ): void {
    this.stepper.goTo(h);
    this.gan.become(gan);
    this.record.goTo(record);
    this.display.clearBatches();
  }

  /** See {@link Stepper.runPhase}. */
  runPhase(): Result<Position> {
    return this.stepper.runPhase();
  }

  /** See {@link Stepper.runRound}. */
  runRound(): Result<Position> {
    return this.stepper.runRound();
  }

  /** See {@link Stepper.changeLive}. */
  changeLive(wanted: Hyperparameters): Result<Position> {
    return this.stepper.changeLive(wanted);
  }

  /**
   * The whole run between two rounds: now, or when the round in progress began, together with the live changes since.
   * Fails when a weight is not a number any more.
   *
   * @param past what else is known of the run
   */
  checkpoint(past?: Past): Result<{ readonly position: Position; readonly bytes: Uint8Array<ArrayBuffer> }> {
    const checkpoint = this.stepper.checkpoint();
    if (!checkpoint.ok) {
      return checkpoint;
    }
    return success({
      position: { round: checkpoint.value.gan.completeRounds, phasesDone: 0 },
      bytes: encodeCheckpoint({ ...checkpoint.value, ...(past && { past }) }),
    });
  }

  /** See {@link LatentPaths.paint}. */
  walk(path: LatentPath): Pictures {
    this.latentPaths ??= new LatentPaths(this.gan.collection, this.hyperparameters, this.record.latent);
    return this.latentPaths.paint(this.gan.generator, path);
  }

  /** This moment, for a game; see {@link GameSource}. */
  gameSource(): GameSource {
    const { gan, stepper, hyperparameters, position } = this;
    const copy = (state: GanState) => copyOf(hyperparameters, gan.collection, state);
    return {
      hyperparameters,
      position,
      present: () => copy(gan.state()),
      atRoundStart: () => copy(stepper.atRoundStart ?? gan.state()),
    };
  }

  /** What frames show of a run on points from now on; of no effect on pictures. */
  showLayers(layers: readonly PlaneLayer[]): void {
    this.display.showLayers(layers);
  }

  /** Everything that can be seen of this moment. Changes neither weights nor random numbers. */
  frame(options: FrameOptions): RunFrame {
    return this.display.frame(this.moment, options);
  }

  dispose(): void {
    this.stepper.dispose();
    this.display.dispose();
    this.record.dispose();
    this.comparison?.dispose();
    this.gan.dispose();
  }

  private get moment(): DisplayState {
    const { position, hyperparameters, view } = this.stepper;
    return { position, hyperparameters, view };
  }

  private betweenRounds(): Checkpoint {
    const { digest } = this.gan.collection;
    return {
      hyperparameters: this.hyperparameters,
      gan: this.gan.state(),
      ...this.record.state(),
      batches: this.display.shownBatches(this.moment),
      changes: [],
      ...(digest !== undefined && { collection: digest }),
    };
  }
}
