import { changesBetween, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { comparePositions, type Position } from '../../../src/shared/domain/phases';
import type { ReachableRounds } from '../../../src/shared/wire/run';

type ChangesSince = NonNullable<ReachableRounds['changes']>;

/** From this moment on, a run had these hyperparameters. */
export interface RecordedChange {
  readonly position: Position;
  readonly hyperparameters: Hyperparameters;
}

/**
 * The most changes that a run remembers. All of them are in every checkpoint, with a kilobyte each, and without one of them
 * no earlier round could be reached again.
 */
export const MOST_CHANGES = 512;

/** The live changes of a run, in the order of their moments, at most one for each. */
export class ChangeLog {
  private changes: readonly RecordedChange[];
  private latestSince: { readonly of: readonly RecordedChange[]; readonly since: ChangesSince } | undefined;

  constructor(changes: readonly RecordedChange[] = []) {
    this.changes = changes;
  }

  /** The same array until something changes. */
  get all(): readonly RecordedChange[] {
    return this.changes;
  }

  /** Whether a change at this moment, after which the others are dropped, can be remembered. */
  hasRoomAt(position: Position): boolean {
    return (
      this.changes.filter((change) => comparePositions(change.position, position) < 0).length < MOST_CHANGES
    );
  }

  /**
   * What each of them changed; the same array until something changes.
   *
   * @param beginning the hyperparameters of round 0, always the same
   */
  since(beginning: Hyperparameters): ChangesSince {
    if (this.latestSince?.of === this.changes) {
      return this.latestSince.since;
    }
    let before = beginning;
    const since = this.changes.map(({ position, hyperparameters }) => {
      const changes = changesBetween(before, hyperparameters);
      before = hyperparameters;
      return { position, changes };
    });
    this.latestSince = { of: this.changes, since };
    return since;
  }

  /** A change at the latest moment of the run; it takes the place of an earlier one at the same moment. */
  record(position: Position, hyperparameters: Hyperparameters): void {
    const earlier = this.at(position) === undefined ? this.changes : this.changes.slice(0, -1);
    this.changes = [...earlier, { position, hyperparameters }];
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
