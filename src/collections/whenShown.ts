import type { Event } from '../emitter';

/** A panel that was never slower than this to load its page does not come at all. */
const LONGEST_LOADING_MS = 30_000;

/** What is asked of the session. */
export interface Shown {
  readonly isShown: boolean;
  readonly onDidChange: Event<unknown>;
}

/** Settles with true as soon as the panel's page hears what is posted; with false when it does not come. */
export function whenShown(session: Shown): Promise<boolean> {
  if (session.isShown) {
    return Promise.resolve(true);
  }
  return new Promise((resolve) => {
    const settle = (shown: boolean) => {
      clearTimeout(timer);
      subscription.dispose();
      resolve(shown);
    };
    const timer = setTimeout(() => settle(false), LONGEST_LOADING_MS);
    const subscription = session.onDidChange(() => {
      if (session.isShown) {
        settle(true);
      }
    });
  });
}
