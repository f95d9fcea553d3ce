import type { PanelToWorker } from '../../src/shared/wire/messages';
import { success } from '../../src/shared/result';
import { RunHistory } from '../../webview/gan/history/runHistory';
import { Player } from '../../webview/gan/player';
import { Trainer } from '../../webview/gan/trainer';
import type { TrainingWorker } from '../../webview/lesson/training/trainingClient';

/** The trainer of the lessons as a page's worker, in this thread; messages are copied as between a page and a worker. */
export function engineWorker(): TrainingWorker {
  let received: (message: unknown) => void = () => undefined;
  let isGone = false;
  const player = new Player(
    async ({ hyperparameters }) => {
      const trainer = await Trainer.create(hyperparameters);
      return trainer.ok ? success(new RunHistory(trainer.value)) : trainer;
    },
    (message) => {
      const copy: unknown = structuredClone(message);
      setImmediate(() => isGone || received(copy));
    },
    { now: () => performance.now(), schedule: (task, delay) => void setTimeout(task, delay) },
  );
  return {
    post(message: PanelToWorker) {
      const copy = structuredClone(message);
      setImmediate(() => isGone || player.handle(copy));
    },
    listen(listener) {
      received = listener;
    },
    terminate() {
      isGone = true;
      player.dispose();
    },
  };
}
