import type { Position } from '../../../src/shared/domain/phases';
import { success, type Result } from '../../../src/shared/result';
import type { Clock } from '../clock';
import type { RunHistory } from './runHistory';
import { replay } from '../replay';

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
