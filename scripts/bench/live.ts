import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { changedNames, defaultsFor, type Hyperparameters } from '../../src/shared/domain/hyperparameters';
import { LessonPage } from '../../test/e2e/lessonPage';
import { launchBrowser } from '../../test/vscode/browser';
import { startServer, type Server } from '../../test/vscode/server';
import { installServer } from '../../test/vscode/serverInstallation';
import { openWorkbench } from '../../test/vscode/workbench';
import { packagedExtension } from '../build';
import { POINTS } from './jobs';
import { median, rounded, type Figures } from './results';
import { longestTaskOnProcessor } from './taskTimes';

const REPEATS = 5;
const PLAY_MS = 3000;
/** The first rounds draw most of the film and measure most often. */
const PORTRAITS_WARM_UP = 100;
const POINTS_WARM_UP = 1000;

interface Times {
  readonly framesPerSecond: number;
  readonly longestTaskMs: number;
  readonly seconds: number;
}

/** Watches the panel for a while. Runs in its page and knows nothing outside. */
export async function watchInPage(milliseconds: number): Promise<Times> {
  let longestTaskMs = 0;
  const observer = new PerformanceObserver((list) => {
    longestTaskMs = Math.max(longestTaskMs, ...list.getEntries().map(({ duration }) => duration));
  });
  observer.observe({ type: 'longtask' });
  const began = performance.now();
  let frames = 0;
  while (performance.now() - began < milliseconds) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    frames++;
  }
  observer.disconnect();
  const seconds = (performance.now() - began) / 1000;
  return { framesPerSecond: frames / seconds, longestTaskMs, seconds };
}

/** Speed of the lesson that starts first while it plays at full speed, stage and all. */
async function timeLesson(
  name: string,
  { browser, server }: { readonly browser: Browser; readonly server: Server },
  warmUpRounds: number,
  say: (line: string) => void,
): Promise<Figures> {
  const workbench = await openWorkbench(browser, server, { extensionTitle: 'GAN Lessons' });
  const lesson = await LessonPage.start(workbench.page);
  await lesson.frame.locator('select.speed, .speed select').selectOption('fullSpeed');
  await lesson.playTo(warmUpRounds);
  const rounds: number[] = [];
  const times: Times[] = [];
  await lesson.frame.locator('vscode-button.play').click();
  for (let i = 0; i < REPEATS; i++) {
    const before = await lesson.round();
    const seen = await lesson.frame.evaluate(watchInPage, PLAY_MS);
    const after = await lesson.round();
    rounds.push((after - before) / seen.seconds);
    times.push(seen);
    say(
      `${name}.live: ${rounds.at(-1)?.toFixed(1)} rounds, ${seen.framesPerSecond.toFixed(1)} frames a second, longest task ${seen.longestTaskMs.toFixed(0)} ms`,
    );
  }
  const onProcessor = await longestTaskOnProcessor(browser, async () => {
    await lesson.frame.evaluate(watchInPage, PLAY_MS);
  });
  say(`${name}.live: longest task ${onProcessor.toFixed(0)} ms of processor time`);
  await workbench.close();
  return {
    [`${name}.live.roundsPerSecond`]: rounded(median(rounds)),
    [`${name}.live.framesPerSecond`]: rounded(median(times.map((time) => time.framesPerSecond))),
    [`${name}.live.longestTaskMs`]: rounded(Math.max(...times.map((time) => time.longestTaskMs))),
    [`${name}.live.longestTaskOnProcessorMs`]: rounded(onProcessor),
  };
}

/**
 * Speed of lessons in a real VS Code: the first one, and one on points that trains the job of the bench. Tasks of less
 * than 50 ms are not told apart by browsers and count as 0; the longest task is the worst of all repeats, because one is
 * enough to be felt, while the other figures are medians. It may be VS Code's own or a garbage collection: the panel
 * shares its thread with the workbench. What it has of that on a processor is told beside it, of one more repeat: waiting
 * for a processor is the machine's part. The browser is one of a machine without a graphics processor:
 * in one that emulates it for the whole page, the figures would be those of the emulation.
 */
export async function measureLive(say: (line: string) => void): Promise<Figures> {
  const home = await mkdtemp(path.join(tmpdir(), 'gan-lessons-bench-'));
  const server = await startServer(await installServer(say), { extensions: [packagedExtension], home });
  const browser = await launchBrowser(say, 'none');
  try {
    const portraits = await timeLesson('portraits', { browser, server }, PORTRAITS_WARM_UP, say);
    await teachOnly(home, lessonOf('The bench', POINTS));
    const points = await timeLesson('points', { browser, server }, POINTS_WARM_UP, say);
    return { ...portraits, ...points };
  } finally {
    await browser.close();
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
}

/** A lesson that does nothing but run. */
function lessonOf(title: string, h: Hyperparameters): string {
  const changed = changedNames(h, defaultsFor(h.data)).map((name) => [name, h[name]]);
  const run = JSON.stringify(Object.fromEntries([['data', h.data], ...changed]));
  return [
    '---',
    `{ id: bench, number: 1, title: ${title}, summary: It runs., level: beginner, minutes: 1, run: ${run} }`,
    '---',
    '',
    '## It runs',
    '',
    '<!-- step: { id: runs } -->',
    '',
    'Nothing else.',
    '',
  ].join('\n');
}

/** Puts one lesson in the place of all that the installed extension has. */
async function teachOnly(home: string, lesson: string): Promise<void> {
  const extensions = path.join(home, 'extensions');
  const installed = (await readdir(extensions)).find((folder) => folder.startsWith('gan-lessons.'));
  if (installed === undefined) {
    throw new Error('The extension is not installed.');
  }
  const lessons = path.join(extensions, installed, 'lessons');
  await writeFile(path.join(lessons, 'en', 'bench.md'), lesson);
  await writeFile(path.join(lessons, 'index.json'), JSON.stringify({ en: ['bench.md'] }));
}
