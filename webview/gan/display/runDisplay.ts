import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { shownRound, type Position } from '../../../src/shared/domain/phases';
import type { PlaneLayer } from '../../../src/shared/wire/plane';
import type { RunFrame } from '../../../src/shared/wire/run';
import type { PlaneComparison } from '../plane/comparison';
import { PlaneDisplay } from '../plane/planeDisplay';
import type { Gan } from '../training/gan';
import type { RoundView } from '../training/roundView';
import { Desk, type DeskView } from './desk';
import type { RunRecord } from './runRecord';

/** How a moment of the run is shown, which the trainer does not know of itself. */
export interface Presentation {
  readonly playing: boolean;
  readonly wholeRounds: boolean;
}

/** What there is to show of a moment of the run. */
export interface Moment {
  readonly position: Position;
  readonly hyperparameters: Hyperparameters;
  /** Of the round in progress or of the last one; `undefined` when none was run yet. */
  readonly view: RoundView | undefined;
}

/** Puts together what is seen of a run: its desk, its plane and its record. Changes neither weights nor random numbers. */
export class RunDisplay {
  private readonly desk: Desk;
  /** In a run on points. */
  private readonly plane: PlaneDisplay | undefined;

  /**
   * @param h of the beginning of the run, or of its checkpoint
   * @param comparison in a run on points
   * @param restoredDesk what lay on the desk when the loaded checkpoint was taken, shown until a round begins
   */
  constructor(
    gan: Gan,
    h: Hyperparameters,
    private readonly record: RunRecord,
    comparison: PlaneComparison | undefined,
    private restoredDesk: DeskView | undefined,
  ) {
    const { collection } = gan;
    this.desk = new Desk(collection, h, record.latent);
    this.plane =
      collection.kind === 'points' && comparison !== undefined
        ? new PlaneDisplay(gan, collection, comparison, h)
        : undefined;
  }

  /** What frames show of a run on points from now on; of no effect on pictures. */
  showLayers(layers: readonly PlaneLayer[]): void {
    this.plane?.show(layers);
  }

  /** The run goes to another of its moments, of which no desk was kept. */
  clearDesk(): void {
    this.restoredDesk = undefined;
  }

  /** What lies on the desk. */
  onDesk({ view, position }: Moment): DeskView {
    const restored = view === undefined ? this.restoredDesk : undefined;
    return restored ?? this.desk.view(view ?? {}, shownRound(position));
  }

  /** Everything that can be seen of a moment. */
  frame(moment: Moment, presentation: Presentation): RunFrame {
    const { position, hyperparameters, view = {} } = moment;
    const inProgress = position.phasesDone > 0;
    const plane = this.plane?.view(view, hyperparameters, {
      inProgress,
      undivided: presentation.wholeRounds,
    });
    const frame = {
      position,
      ...presentation,
      ...this.onDesk(moment),
      ...this.desk.easel(presentation.wholeRounds ? {} : view),
      ...this.record.frame(),
      ...(plane && { plane }),
    };
    const metrics = inProgress ? view.metrics : undefined;
    return metrics === undefined ? frame : { ...frame, metrics };
  }

  dispose(): void {
    this.plane?.dispose();
  }
}
