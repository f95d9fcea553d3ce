import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { ChangeInRound } from '../../../src/shared/wire/checkpointHeader';

/** The live changes within the round in progress: those that came, and those of a loaded checkpoint that will come. */
export class LiveChanges {
  private made: ChangeInRound[] = [];
  private scheduled: ChangeInRound[];

  /** @param scheduled come when their phases are run again */
  constructor(scheduled: readonly ChangeInRound[] = []) {
    this.scheduled = [...scheduled];
  }

  /** Whether the coming round, or the one in progress, has to be run by phases because changes fall inside it. */
  get hasScheduled(): boolean {
    return this.scheduled.length > 0;
  }

  /** All of the round in progress, for a checkpoint of its beginning. */
  get all(): ChangeInRound[] {
    return [...this.made, ...this.scheduled];
  }

  /** The person changed something after this many phases. */
  note(change: ChangeInRound): void {
    this.made.push(change);
  }

  /**
   * Takes those that come after this many phases.
   *
   * @returns what is in force from then on, if anything changed
   */
  takeDue(phasesDone: number): Hyperparameters | undefined {
    let inForce: Hyperparameters | undefined;
    while (this.scheduled[0]?.phasesDone === phasesDone) {
      const change = this.scheduled.shift();
      if (change !== undefined) {
        inForce = change.hyperparameters;
        this.made.push(change);
      }
    }
    return inForce;
  }

  /** A round is complete: its changes are history. */
  completeRound(): void {
    this.made = [];
  }

  /** The run goes to another of its moments. */
  forget(): void {
    this.made = [];
    this.scheduled = [];
  }
}
