import type { Clock } from '../clock';
import type { Command } from './commands';

/** Sees to it that never two activities go on: each has a number, and a task of an earlier one does nothing. */
export class Activities {
  private latest = 0;
  private wish: Extract<Command, { type: 'play' }> | undefined;

  /** @param guarded runs a task and handles what it throws */
  constructor(
    private readonly clock: Clock,
    private readonly guarded: (task: () => void) => void,
  ) {}

  /** What is being played, if anything is. */
  get played(): Extract<Command, { type: 'play' }> | undefined {
    return this.wish;
  }

  /**
   * Ends the present activity, between two rounds or two phases. Returns the number of the one that begins.
   *
   * @param played what that one plays, if it plays rounds
   */
  begin(played?: Extract<Command, { type: 'play' }>): number {
    this.wish = played;
    return ++this.latest;
  }

  /**
   * Goes on later unless something else was begun meanwhile.
   *
   * @param delay in milliseconds
   */
  later(activity: number, task: () => void, delay = 0): void {
    this.clock.schedule(() => {
      if (activity === this.latest) {
        this.guarded(task);
      }
    }, delay);
  }
}
