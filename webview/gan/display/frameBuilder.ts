import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { shownRound, type Position } from '../../../src/shared/domain/phases';
import type { PlaneLayer } from '../../../src/shared/wire/plane';
import type { RunFrame } from '../../../src/shared/wire/run';
import type { PlaneComparison } from '../plane/comparison';
import { PlaneDisplay } from '../plane/planeDisplay';
import type { Gan } from '../training/gan';
import type { RoundView } from '../training/round';
import { lossesAreFinite } from '../training/roundMetrics';
import { BatchView, type ShownBatches } from './batchView';
import type { RoundRecorder } from './roundRecorder';

/** What the caller knows of how the run is shown, and a frame repeats. */
export interface FrameOptions {
  readonly playing: boolean;
  readonly wholeRounds: boolean;
  /** How long the last played round took, in milliseconds, where that is worth a word. */
  readonly roundMs?: number;
}

/** The state of a trainer that a frame shows. */
export interface DisplayState {
  readonly position: Position;
  readonly hyperparameters: Hyperparameters;
  /** Of the round in progress or of the last one; `undefined` when none was run yet. */
  readonly view: RoundView | undefined;
}

/** Puts together what is seen of a run: its batches, its plane and its record. Changes neither weights nor random numbers. */
export class FrameBuilder {
  private readonly batchView: BatchView;
  /** In a run on points. */
  private readonly plane: PlaneDisplay | undefined;

  /**
   * @param h of the beginning of the run, or of its checkpoint
   * @param comparison in a run on points
   * @param restoredBatches those of the loaded checkpoint, shown until a round begins
   */
  constructor(
    gan: Gan,
    h: Hyperparameters,
    private readonly recorder: RoundRecorder,
    comparison: PlaneComparison | undefined,
    private restoredBatches: ShownBatches | undefined,
  ) {
    const { collection } = gan;
    this.batchView = new BatchView(gan, h, recorder.latent);
    this.plane =
      collection.kind === 'points' && comparison !== undefined
        ? new PlaneDisplay(gan, collection, comparison, h)
        : undefined;
  }

  /** What frames show of a run on points from now on; of no effect on pictures. */
  showLayers(layers: readonly PlaneLayer[]): void {
    this.plane?.show(layers);
  }

  /** The run goes to another of its moments, whose batches were not kept. */
  clearBatches(): void {
    this.restoredBatches = undefined;
  }

  /** The batches of this moment. */
  shownBatches({ view, position, hyperparameters }: DisplayState): ShownBatches {
    const restored = view === undefined ? this.restoredBatches : undefined;
    return restored ?? this.batchView.view(view ?? {}, shownRound(position), hyperparameters);
  }

  /** Everything that can be seen of a moment. */
  frame(moment: DisplayState, options: FrameOptions): RunFrame {
    const { position, hyperparameters, view = {} } = moment;
    const inProgress = position.phasesDone > 0;
    const plane = this.plane?.view(view, hyperparameters, {
      inProgress,
      undivided: options.wholeRounds,
    });
    const frame = {
      position,
      ...options,
      ...this.shownBatches(moment),
      ...this.batchView.canvas(options.wholeRounds ? {} : view),
      // Whoever watches rounds fly by sees the hints of the recorded ones.
      ...this.recorder.frame(hyperparameters, !(options.playing && options.wholeRounds)),
      ...(plane && { plane }),
    };
    // A round that ended in infinity has nothing to show of its losses.
    const metrics = inProgress && lossesAreFinite(view.metrics) ? view.metrics : undefined;
    return metrics === undefined ? frame : { ...frame, metrics };
  }

  dispose(): void {
    this.plane?.dispose();
  }
}
