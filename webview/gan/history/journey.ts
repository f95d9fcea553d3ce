import { type Position, comparePositions } from '../../../src/shared/domain/phases';
import { success, type Result } from '../../../src/shared/result';
import type { Clock } from '../clock';
import type { RunHistory } from './runHistory';

/** Journeys that are over by then need no words. */
const SAY_AFTER_MS = 400;

/** How far a journey has come, in rounds. */
interface Progress {
  readonly done: number;
  readonly total: number;
}

/** The way of a run to a moment that it has reached before, in slices between which messages get their turn. */
export class Journey {
  private readonly first: number;
  private readonly began: number;

  constructor(
    private readonly history: RunHistory,
    readonly target: Position,
    private readonly clock: Clock,
  ) {
    this.first = history.trainer.position.round;
    this.began = clock.now();
  }

  get progress(): Progress {
    return { done: this.history.trainer.position.round - this.first, total: this.target.round - this.first };
  }

  /** Whether it takes so long that a person is told how far it is. */
  get isLong(): boolean {
    return this.clock.now() - this.began >= SAY_AFTER_MS;
  }

  /** Runs on for some milliseconds; whether the moment is reached. Fails when numbers ceased to be finite. */
  goOn(milliseconds: number): Result<boolean> {
    const until = this.clock.now() + milliseconds;
    const replayed = replay(this.history, this.target, () => this.clock.now() >= until);
    return replayed.ok ? success(replayed.value) : replayed;
  }
}

/**
 * Runs a trainer on to a position that its run had reached before. The last round is run phase by phase, so that
 * all of it can be shown again.
 *
 * @param pause asked after every step whether that is enough for now
 * @returns whether the position is reached
 */
export function replay(history: RunHistory, target: Position, pause: () => boolean): Result<boolean> {
  const lastWhole = target.phasesDone > 0 ? target.round : target.round - 1;
  while (comparePositions(history.trainer.position, target) < 0) {
    const { round, phasesDone } = history.trainer.position;
    const result = round < lastWhole && phasesDone === 0 ? history.runRound() : history.runPhase();
    if (!result.ok) {
      return result;
    }
    if (pause()) {
      break;
    }
  }
  return success(comparePositions(history.trainer.position, target) >= 0);
}
