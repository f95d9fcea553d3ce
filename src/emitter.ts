import type { Log } from './log';

/** Something to give back when it is no longer needed. */
export interface Disposable {
  dispose(): void;
}

/** Calls the listener on every occurrence until the returned object is disposed. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/** A source of events for code that knows nothing of `vscode`. */
export class Emitter<T> implements Disposable {
  private readonly listeners = new Set<(value: T) => void>();

  /** @param log where a listener's exception goes; one failing listener must not keep the others from hearing */
  constructor(private readonly log: Log) {}

  readonly event: Event<T> = (listener) => {
    // A wrapper of its own, so that a function that listens twice is called twice.
    const own = (value: T): void => listener(value);
    this.listeners.add(own);
    return { dispose: () => this.listeners.delete(own) };
  };

  fire(value: T): void {
    for (const listener of Array.from(this.listeners)) {
      try {
        listener(value);
      } catch (error) {
        this.log.error(describeError(error));
      }
    }
  }

  dispose(): void {
    this.listeners.clear();
  }
}

/** What is known of something that was thrown, in one line. */
export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
