import type { SavedRun } from '../shared/wire/checkpoint';
import { comparePositions, type Position } from '../shared/domain/phases';
import type { KeptRun } from './runStore';

/**
 * How far a lesson's run has come and what is needed to come back to it.
 *
 * Running on from the checkpoint gives the very same weights only while the hyperparameters stay the same. Therefore
 * the position to come back to stands still from a live change on, until the next checkpoint includes that change.
 */
export class RunProgress {
  private underWay = false;
  private changedSinceCheckpoint = false;

  /** @param kept the run to come back to; absent for a fresh one */
  constructor(private kept: KeptRun | undefined) {}

  get saved(): SavedRun | undefined {
    return this.kept?.run;
  }

  get keptRun(): KeptRun | undefined {
    return this.kept;
  }

  /**
   * Whether the panel has shown the run since it began, or came back to it. A live change before that would hit the
   * rounds that are run again to come back.
   */
  get isUnderWay(): boolean {
    return this.underWay;
  }

  /** Whether a live change was sent of which no checkpoint tells yet. */
  get waitsForChange(): boolean {
    return this.changedSinceCheckpoint;
  }

  /** The panel begins anew from {@link saved}, or is gone. */
  interrupt(): void {
    this.underWay = false;
    this.changedSinceCheckpoint = false;
  }

  /** The running net takes over other hyperparameters. */
  noteLiveChange(): void {
    this.changedSinceCheckpoint = true;
  }

  /**
   * The panel shows this position. It may be before the last one, when the person went back to the checkpoint, but
   * never before the checkpoint.
   *
   * @param wholeRounds how the last round was shown
   * @returns whether the run to come back to is another one now
   */
  reach(shown: Position, wholeRounds: boolean): boolean {
    this.underWay = true;
    const { kept } = this;
    const position = kept && later(shown, kept.checkpointPosition);
    if (!kept || !position || this.changedSinceCheckpoint) {
      return false;
    }
    if (comparePositions(position, kept.run.position) === 0 && wholeRounds === kept.run.wholeRounds) {
      return false;
    }
    this.kept = { ...kept, run: { ...kept.run, position, wholeRounds } };
    return true;
  }

  /**
   * The panel has taken a checkpoint.
   *
   * @param run its `position` is that of the checkpoint: the beginning of the round that is being played
   * @param isCurrent its hyperparameters are the ones in force
   * @param travelled the person went to another moment of the run, perhaps an earlier one
   */
  takeCheckpoint(run: SavedRun, isCurrent: boolean, travelled = false): void {
    const before = this.kept?.run;
    const isAhead =
      !travelled && before !== undefined && comparePositions(before.position, run.position) >= 0;
    this.kept = {
      run: isAhead ? { ...run, position: before.position, wholeRounds: before.wholeRounds } : run,
      checkpointPosition: run.position,
    };
    this.changedSinceCheckpoint &&= !isCurrent;
  }
}

function later(a: Position, b: Position): Position {
  return comparePositions(a, b) < 0 ? b : a;
}
