import assert from 'node:assert/strict';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { PICTURE_DEFAULTS, type Hyperparameters } from '../../src/shared/domain/hyperparameters';
import type { WorkerToPanel } from '../../src/shared/wire/messages';
import { launchBrowser } from '../vscode/browser';
import { inRepository } from '../vscode/repository';

/** Software WebGL compiles shaders for seconds, and a busy machine takes several times as long. */
const TIME_LIMIT_MS = 120_000;
/** Networks so small that software WebGL runs several rounds a second. */
const SMALL: Hyperparameters = {
  ...PICTURE_DEFAULTS,
  backend: 'webgl',
  pictureSize: 12,
  collectionSize: 64,
  batchSize: 8,
  latentSize: 4,
  generatorWidth: 4,
  discriminatorWidth: 4,
};
/** The context is taken away when so many rounds have been shown, and the run must then come this much further. */
const ROUNDS_BEFORE = 3;
const ROUNDS_AFTER = 10;

/** What is left of a message that is handed out of the page. */
type Told =
  | { readonly type: 'started'; readonly backend: string; readonly reason: string }
  | { readonly type: 'frame'; readonly round: number; readonly playing: boolean; readonly loss: number }
  | { readonly type: 'failed'; readonly message: string };

async function workerSource(): Promise<string> {
  const { outputFiles } = await build({
    // Together here and not by an import, because the worker is no part of the tests' TypeScript project.
    stdin: {
      contents: `import './webview/gan/worker'; import './test/e2e/lostContextWorker';`,
      resolveDir: inRepository(),
    },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    loader: { '.wasm': 'binary' },
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

/** Plays in a worker on WebGL, takes the context away, and listens on. */
async function playAndLose(browser: Browser): Promise<Told[]> {
  const page = await browser.newPage();
  const options = { source: await workerSource(), hyperparameters: SMALL, ROUNDS_BEFORE, ROUNDS_AFTER };
  const told = await page.evaluate(async ({ source, hyperparameters, ...rounds }) => {
    const worker = new Worker(URL.createObjectURL(new Blob([source])));
    const messages: Told[] = [];
    let lostAt: number | undefined;
    await new Promise<void>((resolve, reject) => {
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      worker.addEventListener('message', ({ data }: MessageEvent<WorkerToPanel>) => {
        if (data.type === 'started') {
          messages.push({ type: 'started', ...data.start.backend });
          if (lostAt === undefined) {
            worker.postMessage({ type: 'play' });
          }
        } else if (data.type === 'frame') {
          const { position, playing, metrics } = data.frame;
          const loss = metrics?.discriminatorLoss ?? 0;
          messages.push({ type: 'frame', round: position.round, playing, loss });
          worker.postMessage({ type: 'frameShown' });
          if (lostAt === undefined && position.round >= rounds.ROUNDS_BEFORE) {
            lostAt = position.round;
            worker.postMessage('loseContext');
          } else if (lostAt !== undefined && position.round >= lostAt + rounds.ROUNDS_AFTER) {
            resolve();
          }
        } else if (data.type === 'failed') {
          messages.push({ type: 'failed', message: data.message });
          resolve();
        }
      });
      worker.postMessage({ type: 'start', hyperparameters });
    });
    worker.terminate();
    return messages;
  }, options);
  await page.close();
  return told;
}

describe('A worker whose WebGL context is lost', function () {
  this.timeout(TIME_LIMIT_MS);

  it('goes on on the CPU with the next rounds, and says so', async () => {
    const browser = await launchBrowser(() => {});
    const told = await playAndLose(browser).finally(() => browser.close());
    assert.deepEqual(
      told.filter(({ type }) => type === 'failed'),
      [],
    );
    const starts = told.flatMap((message) => (message.type === 'started' ? [message] : []));
    assert.deepEqual(
      starts.map(({ backend }) => backend),
      ['webgl', 'cpu'],
    );
    assert.match(starts[1]?.reason ?? '', /graphics context was lost in round \d+; the CPU takes over/);
    const frames = told.flatMap((message) => (message.type === 'frame' ? [message] : []));
    const rounds = frames.map(({ round }) => round);
    assert.deepEqual(
      rounds,
      rounds.toSorted((a, b) => a - b),
    );
    assert.ok(frames.every(({ round, loss }) => round === 0 || (loss > 0 && loss < 10)));
    assert.equal(frames.at(-1)?.playing, true);
  });
});
