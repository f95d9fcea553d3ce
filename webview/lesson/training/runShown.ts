import type { PanelAction, PanelState } from '../state';
import type { Store } from '../store';

const isShown = ({ activity }: PanelState): boolean =>
  activity.kind === 'ready' || activity.kind === 'stopped';

/** Settles when the run is there, or cannot come: a panel that was just opened is still on its way to it. */
export function runShown(store: Store<PanelState, PanelAction>): Promise<void> {
  return new Promise((resolve) => {
    if (isShown(store.state)) {
      resolve();
      return;
    }
    const stop = store.subscribe((state) => {
      if (isShown(state)) {
        stop();
        resolve();
      }
    });
  });
}
