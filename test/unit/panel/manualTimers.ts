import type { Timers } from '../../../webview/ui/timers';

/** A clock that stands still until a test moves it. */
export class ManualTimers implements Timers {
  private time = 0;
  private readonly waiting = new Set<{ readonly at: number; readonly callback: () => void }>();

  now(): number {
    return this.time;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const entry = { at: this.time + milliseconds, callback };
    this.waiting.add(entry);
    return () => this.waiting.delete(entry);
  }

  /** Lets time pass; what is due is called in order. */
  pass(milliseconds: number): void {
    const end = this.time + milliseconds;
    for (;;) {
      const [next] = [...this.waiting].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (next === undefined) {
        break;
      }
      this.waiting.delete(next);
      this.time = next.at;
      next.callback();
    }
    this.time = end;
  }
}
