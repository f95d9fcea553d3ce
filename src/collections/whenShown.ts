import type { Event } from '../emitter';

/** A panel that was never slower than this to load its page does not come at all. */
const LONGEST_LOADING_MS = 30_000;

/** A panel whose page comes and goes. */
interface Connectable {
  readonly isConnected: boolean;
  readonly onDidChange: Event<unknown>;
}

/** Settles with true as soon as the panel's page hears what is posted; with false when it does not come. */
export function whenShown(page: Connectable): Promise<boolean> {
  if (page.isConnected) {
    return Promise.resolve(true);
  }
  return new Promise((resolve) => {
    const settle = (shown: boolean): void => {
      clearTimeout(timer);
      subscription.dispose();
      resolve(shown);
    };
    const timer = setTimeout(() => settle(false), LONGEST_LOADING_MS);
    const subscription = page.onDidChange(() => {
      if (page.isConnected) {
        settle(true);
      }
    });
  });
}
