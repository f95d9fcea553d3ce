import type { Clock } from '../../../webview/gan/clock';

/** Time that passes only when something takes it. */
export class ManualClock implements Clock {
  time = 0;
  private tasks: { at: number; task: () => void }[] = [];

  now(): number {
    return this.time;
  }

  schedule(task: () => void, delay: number): void {
    this.tasks.push({ at: this.time + delay, task });
  }

  get waiting(): number {
    return this.tasks.length;
  }

  /** Runs the task that is due first. */
  runNext(): void {
    this.tasks.sort((a, b) => a.at - b.at);
    const next = this.tasks.shift();
    if (next !== undefined) {
      this.time = Math.max(this.time, next.at);
      next.task();
    }
  }

  /** Runs everything that comes due in the next milliseconds. */
  runFor(duration: number): void {
    const end = this.time + duration;
    while (this.time < end && this.tasks.length > 0) {
      this.runNext();
    }
  }
}
