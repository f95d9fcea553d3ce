import * as l10n from '@vscode/l10n';
import type { TrainingWorker } from './trainingClient';

/** Address of the worker's script as the host wrote it into the page. */
function scriptAddress(): string {
  const address = document.querySelector<HTMLMetaElement>('meta[name="worker"]')?.content;
  if (address === undefined || address === '') {
    throw new Error(l10n.t('The page does not name the training script.'));
  }
  return address;
}

async function fetchScript(): Promise<string> {
  const response = await fetch(scriptAddress());
  if (!response.ok) {
    throw new Error(l10n.t('The training script could not be loaded (status {0}).', response.status));
  }
  return URL.createObjectURL(new Blob([await response.text()], { type: 'text/javascript' }));
}

/**
 * Makes training workers. VS Code serves an extension's files to pages but not to workers, and a webview may start
 * workers only from a blob: URL; so the page fetches the script, once, and hands it over.
 */
export function trainingWorkerFactory(): () => Promise<TrainingWorker> {
  let script: Promise<string> | undefined;
  return async () => {
    script ??= fetchScript();
    let worker: Worker;
    try {
      worker = new Worker(await script);
    } catch (error) {
      // A later attempt fetches again: the network may be back.
      script = undefined;
      throw error;
    }
    return {
      post: (message) => worker.postMessage(message),
      listen(received, failed) {
        worker.addEventListener('message', (event) => received(event.data));
        worker.addEventListener('error', (event) => failed(event.message));
        worker.addEventListener('messageerror', () => failed(l10n.t('A message could not be read.')));
      },
      terminate: () => worker.terminate(),
    };
  };
}
