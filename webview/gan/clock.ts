/** Time as the player sees it; tests bring their own. */
export interface Clock {
  /** Milliseconds since some fixed moment. */
  now(): number;
  /** Runs `task` by itself, after what already waits in the event loop and after at least `delay` milliseconds. */
  schedule(task: () => void, delay: number): void;
}

/**
 * The clock of a worker. A message to oneself comes back without the 4 ms that browsers add to nested timers (HTML
 * standard, section 8.6), and still lets waiting messages in first.
 */
export function workerClock(): Clock {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return {
    now: () => performance.now(),
    schedule(task, delay) {
      if (delay > 0) {
        setTimeout(task, delay);
      } else {
        waiting.push(task);
        port2.postMessage(undefined);
      }
    },
  };
}
