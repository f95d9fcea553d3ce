import type { Browser, Frame, Page } from 'playwright-core';
import { LessonPage } from '../../test/e2e/lessonPage';
import { answer, chooseFromList } from '../../test/e2e/quickInput';
import { launchBrowser } from '../../test/vscode/browser';
import { startServer, type Server } from '../../test/vscode/server';
import { installServer } from '../../test/vscode/serverInstallation';
import { waitUntil } from '../../test/vscode/waitUntil';
import { webviewFrame } from '../../test/vscode/webviews';
import { openWorkbench, runCommand } from '../../test/vscode/workbench';
import { packagedExtension } from '../build';
import { watchInPage } from './live';
import { median, rounded, type Figures } from './results';

const REPEATS = 3;
/** Trials of the sweep, and rounds of each: enough that what a worker needs to start is a small part. */
const TRIALS = 8;
const ROUNDS = 200;
/** A sweep that trains until the frames are counted. */
const LONG = 5000;
const WATCH_MS = 5000;
const PATIENCE_S = 300;

/**
 * A sweep in a real VS Code: how many times the throughput of one worker two have, one after the other, and the frames
 * of a lesson that plays while a sweep trains behind it, beside those without one.
 */
export async function measureSweep(say: (line: string) => void): Promise<Figures> {
  const server = await startServer(await installServer(say), { extensions: [packagedExtension] });
  const browser = await launchBrowser(say, 'none');
  try {
    return { ...(await timeWorkers(browser, server, say)), ...(await countFrames(browser, server, say)) };
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function timeWorkers(browser: Browser, server: Server, say: (line: string) => void): Promise<Figures> {
  const seconds = new Map<number, number[]>([
    [1, []],
    [2, []],
  ]);
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    for (const [workers, times] of seconds) {
      const { page, close } = await openWorkbench(browser, server, { extensionTitle: 'GAN Lessons' });
      await limitProcessors(page, workers);
      const frame = await beginSweep(page, ROUNDS);
      const began = performance.now();
      await waitUntil(
        'the end of the sweep',
        async () => ((await frame.locator('button.trial').count()) === TRIALS ? true : undefined),
        PATIENCE_S,
      );
      times.push((performance.now() - began) / 1000);
      say(
        `sweep: ${TRIALS} runs of ${ROUNDS} rounds in ${times.at(-1)?.toFixed(1)} s with ${workers} workers`,
      );
      await close();
    }
  }
  const [one, two] = [median(seconds.get(1) ?? []), median(seconds.get(2) ?? [])];
  return {
    'sweep.roundsPerSecond': rounded((TRIALS * ROUNDS) / two),
    'sweep.twoWorkersTimesOne': rounded(one / two),
  };
}

async function countFrames(browser: Browser, server: Server, say: (line: string) => void): Promise<Figures> {
  const { page, close } = await openWorkbench(browser, server, { extensionTitle: 'GAN Lessons' });
  const lesson = await LessonPage.start(page);
  await lesson.frame.locator('vscode-button.play').click();
  const alone = await lesson.frame.evaluate(watchInPage, WATCH_MS);
  await lesson.frame.locator('vscode-button.play').click();
  await beginSweep(page, LONG);
  const again = await LessonPage.start(page);
  await again.frame.locator('vscode-button.play').click();
  const beside = await again.frame.evaluate(watchInPage, WATCH_MS);
  await close();
  say(
    `sweep: the lesson has ${alone.framesPerSecond.toFixed(1)} frames a second alone, ${beside.framesPerSecond.toFixed(1)} before a sweep`,
  );
  return {
    'sweep.framesPerSecondAlone': rounded(alone.framesPerSecond),
    'sweep.framesPerSecond': rounded(beside.framesPerSecond),
  };
}

/** From now on, pages believe that the machine has so many processors. */
async function limitProcessors(page: Page, processors: number): Promise<void> {
  await page.addInitScript((count) => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => count });
  }, processors);
}

/** Answers all questions, and waits for the page of the sweep. */
async function beginSweep(page: Page, rounds: number): Promise<Frame> {
  await runCommand(page, 'GAN: Sweep…');
  await chooseFromList(page, 'Nothing but the seed');
  await answer(page, /Seeds, one run/, `1-${TRIALS}`);
  await answer(page, /Rounds of each run/, String(rounds));
  await chooseFromList(page, 'Distance from real < 0.1');
  return webviewFrame(page, '.sweep');
}
