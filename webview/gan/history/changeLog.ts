import { changesBetween, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { comparePositions, type Position } from '../../../src/shared/domain/phases';
import type { ReachableRounds } from '../../../src/shared/wire/run';

/** From this moment on, a run had these hyperparameters. */
export interface RecordedChange {
  readonly position: Position;
  readonly hyperparameters: Hyperparameters;
}

/** The live changes of a run, in the order of their moments, at most one for each. */
export class ChangeLog {
  private changes: RecordedChange[];

  constructor(changes: readonly RecordedChange[] = []) {
    this.changes = [...changes];
  }

  get all(): readonly RecordedChange[] {
    return this.changes;
  }

  /**
   * What each of them changed.
   *
   * @param beginning in force at round 0
   */
  since(beginning: Hyperparameters): NonNullable<ReachableRounds['changes']> {
    let before = beginning;
    return this.changes.map(({ position, hyperparameters }) => {
      const changes = changesBetween(before, hyperparameters);
      before = hyperparameters;
      return { position, changes };
    });
  }

  /** A change at the latest moment of the run; it takes the place of an earlier one at the same moment. */
  record(position: Position, hyperparameters: Hyperparameters): void {
    if (this.at(position) !== undefined) {
      this.changes.pop();
    }
    this.changes.push({ position, hyperparameters });
  }

  /** What came into force at exactly this moment. */
  at(position: Position): Hyperparameters | undefined {
    return this.changes.find((change) => comparePositions(change.position, position) === 0)?.hyperparameters;
  }

  /** Whether a change came between the phases of a round, so that the round can only be run phase by phase. */
  changesWithin(round: number): boolean {
    return this.changes.some(({ position }) => position.round === round && position.phasesDone > 0);
  }

  /** Forgets what came after this moment; what came at this moment stays. */
  dropAfter(position: Position): void {
    this.changes = this.changes.filter((change) => comparePositions(change.position, position) <= 0);
  }
}
