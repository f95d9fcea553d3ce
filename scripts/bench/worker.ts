import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import type { Hyperparameters } from '../../src/shared/domain/hyperparameters';
import type { PanelToWorker, WorkerToPanel } from '../../src/shared/wire/messages';
import { contentSecurityPolicy, createNonce, escapeHtml } from '../../src/views/webviewHtml';
import { inRepository } from '../../test/vscode/repository';
import { POINTS, PORTRAITS } from './jobs';
import { findPyTorch } from './pytorch';
import { median, rounded, type Figures } from './results';

const REPEATS = 5;
/** Long enough that the beginning and the end of playing do not count. */
const PLAY_MS = 3000;
/** Nothing is there; the page is made here. A name of this machine, for the same rights as a webview. */
const ADDRESS = 'http://localhost/';

/** What happens in the page: see {@link timeInPage}. */
interface Order {
  readonly script: string;
  readonly first: Hyperparameters;
  /** The run that the same worker begins next. */
  readonly second: Hyperparameters;
  readonly playMs: number;
}

interface Times {
  readonly backend: string;
  /** From the making of the worker until its first round is on the way to the screen. */
  readonly firstRoundMs: number;
  readonly roundsPerSecond: number;
  /** From asking for another run until its first frame. */
  readonly switchMs: number;
}

/**
 * Trains in the worker as it is shipped. While it plays, frames are not acknowledged, so that none is made: that is the
 * bare speed, with the checkpoints that the worker sends of its own accord. Runs in the page and knows nothing outside.
 */
async function timeInPage({ script, first, second, playMs }: Order): Promise<Times> {
  const began = performance.now();
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
  const post = (message: PanelToWorker): void => worker.postMessage(message);
  const received = <T>(wanted: (message: WorkerToPanel) => T | undefined): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const listener = ({ data }: MessageEvent<WorkerToPanel>): void => {
        const value = wanted(data);
        if (data.type === 'failed') {
          reject(new Error(`${data.message} ${data.next}`));
        } else if (value !== undefined) {
          worker.removeEventListener('message', listener);
          resolve(value);
        }
      };
      worker.addEventListener('message', listener);
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
    });
  const frameFrom = (least: number): Promise<number> =>
    received((message) => {
      if (message.type !== 'frame') {
        return undefined;
      }
      const { round } = message.frame.position;
      if (round >= least) {
        return round;
      }
      post({ type: 'frameShown' });
      return undefined;
    });

  const started = received((message) => (message.type === 'started' ? message.start : undefined));
  post({ type: 'start', hyperparameters: first });
  const { backend } = await started;
  post({ type: 'nextRound' });
  await frameFrom(1);
  const firstRoundMs = performance.now() - began;

  post({ type: 'play' });
  const playBegan = performance.now();
  await new Promise((resolve) => setTimeout(resolve, playMs));
  post({ type: 'pause' });
  const rounds = frameFrom(1);
  post({ type: 'frameShown' });
  const roundsPerSecond = ((await rounds) - 1) / ((performance.now() - playBegan) / 1000);
  post({ type: 'frameShown' });

  const switchBegan = performance.now();
  const restarted = received((message) => (message.type === 'started' ? true : undefined));
  post({ type: 'start', hyperparameters: second });
  await restarted;
  await received((message) => (message.type === 'frame' ? true : undefined));
  const switchMs = performance.now() - switchBegan;
  worker.terminate();
  return { backend: backend.backend, firstRoundMs, roundsPerSecond, switchMs };
}

/** An empty page under the policy of the lesson panel, which its workers inherit. */
async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  const policy = escapeHtml(contentSecurityPolicy(ADDRESS, createNonce()));
  const body = `<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Bench</title>`;
  await page.route(`${ADDRESS}**`, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(ADDRESS);
  return page;
}

const SUNSETS: Hyperparameters = { ...PORTRAITS, data: 'sunsets' };
const RING: Hyperparameters = { ...POINTS, data: 'ring' };

/**
 * Medians of several workers that each run one job and then switch to another.
 *
 * @param between whatever takes turns with them
 */
async function repeat(
  page: Page,
  name: string,
  [first, second]: readonly [Hyperparameters, Hyperparameters],
  say: (line: string) => void,
  between: () => Promise<void> = async () => undefined,
): Promise<Times> {
  const script = await readFile(inRepository('dist', 'worker.js'), 'utf8');
  const times: Times[] = [];
  for (let i = 0; i < REPEATS; i++) {
    times.push(await page.evaluate(timeInPage, { script, first, second, playMs: PLAY_MS }));
    say(`${name}: ${times.at(-1)?.roundsPerSecond.toFixed(1)} rounds a second`);
    await between();
  }
  const of = (pick: (time: Times) => number): number => rounded(median(times.map(pick)));
  return {
    backend: times[0]?.backend ?? '',
    firstRoundMs: of((time) => time.firstRoundMs),
    roundsPerSecond: of((time) => time.roundsPerSecond),
    switchMs: of((time) => time.switchMs),
  };
}

/**
 * Speed of the worker by itself, on the CPU, with nobody looking; and where there is PyTorch, that of the same job in it,
 * in turns, so that whatever else the machine does slows both. The ratio is that of the medians.
 *
 * @param note takes a line that goes with the result
 */
export async function measureWorker(
  browser: Browser,
  say: (line: string) => void,
  note: (line: string) => void,
): Promise<Figures> {
  const pyTorch = await findPyTorch();
  note(
    pyTorch
      ? `PyTorch ${pyTorch.version} on one thread, in turns with the worker, ${REPEATS} times each`
      : 'PyTorch is not compared with: no Python here has it (on Debian: apt-get install python3-torch).',
  );
  const speeds: Readonly<Record<'portraits' | 'points', number[]>> = { portraits: [], points: [] };
  const turnOf = (job: 'portraits' | 'points') => async (): Promise<void> => {
    if (pyTorch) {
      const speed = await pyTorch.roundsPerSecond(job);
      speeds[job].push(speed);
      say(`${job}.pytorch: ${speed.toFixed(1)} rounds a second`);
    }
  };
  const page = await openPage(browser);
  const portraits = await repeat(page, 'portraits.cpu', [PORTRAITS, SUNSETS], say, turnOf('portraits'));
  const points = await repeat(page, 'points.cpu', [POINTS, RING], say, turnOf('points'));
  await page.close();
  const compared = (job: 'portraits' | 'points', { roundsPerSecond }: Times): Figures => {
    const torch = median(speeds[job]);
    return {
      [`${job}.pytorch.roundsPerSecond`]: rounded(torch),
      [`${job}.cpu.timesPyTorch`]: rounded(roundsPerSecond / torch),
    };
  };
  return {
    ...(pyTorch && { ...compared('portraits', portraits), ...compared('points', points) }),
    'portraits.cpu.roundsPerSecond': portraits.roundsPerSecond,
    'points.cpu.roundsPerSecond': points.roundsPerSecond,
    firstRoundMs: portraits.firstRoundMs,
    switchDataMs: portraits.switchMs,
  };
}

/**
 * The same on a graphics processor, where there is one for WebGL; no figures where there is none.
 *
 * @param note takes a line that goes with the result
 */
export async function measureHardwareWebgl(
  browser: Browser,
  say: (line: string) => void,
  note: (line: string) => void,
): Promise<Figures> {
  const page = await openPage(browser);
  const script = await readFile(inRepository('dist', 'worker.js'), 'utf8');
  // "auto" refuses WebGL in software, and races with the CPU where there is hardware.
  const auto: Hyperparameters = { ...PORTRAITS, backend: 'auto' };
  const probe = await page.evaluate(timeInPage, { script, first: auto, second: auto, playMs: 0 });
  if (probe.backend !== 'webgl') {
    await page.close();
    note('WebGL is not measured: it has no hardware here, or the CPU won the race.');
    return {};
  }
  const onWebgl = (h: Hyperparameters): Hyperparameters => ({ ...h, backend: 'webgl' });
  const portraits = await repeat(page, 'portraits.webgl', [onWebgl(PORTRAITS), onWebgl(SUNSETS)], say);
  const points = await repeat(page, 'points.webgl', [onWebgl(POINTS), onWebgl(RING)], say);
  await page.close();
  return {
    'portraits.webgl.roundsPerSecond': portraits.roundsPerSecond,
    'points.webgl.roundsPerSecond': points.roundsPerSecond,
    'webgl.firstRoundMs': portraits.firstRoundMs,
  };
}
