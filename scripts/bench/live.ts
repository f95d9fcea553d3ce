import { LessonPage } from '../../test/e2e/lessonPage';
import { launchBrowser } from '../../test/vscode/browser';
import { startServer } from '../../test/vscode/server';
import { installServer } from '../../test/vscode/serverInstallation';
import { openWorkbench } from '../../test/vscode/workbench';
import { packagedExtension } from '../build';
import { median, rounded, type Figures } from './results';

const REPEATS = 5;
const PLAY_MS = 3000;

interface Times {
  readonly framesPerSecond: number;
  readonly longestTaskMs: number;
  readonly seconds: number;
}

/** Watches the panel for a while. Runs in its page and knows nothing outside. */
async function watchInPage(milliseconds: number): Promise<Times> {
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

/**
 * Speed of the first lesson while it plays at full speed in a real VS Code, stage and all. Tasks of less than 50 ms are
 * not told apart by browsers and count as 0. The browser is one of a machine without a graphics processor: in one that
 * emulates it for the whole page, the figures would be those of the emulation.
 */
export async function measureLive(say: (line: string) => void): Promise<Figures> {
  const server = await startServer(await installServer(say), { extensions: [packagedExtension] });
  const browser = await launchBrowser(say, 'none');
  try {
    const workbench = await openWorkbench(browser, server, { extensionTitle: 'GAN Lessons' });
    const lesson = await LessonPage.start(workbench.page);
    await lesson.frame.locator('select.speed, .speed select').selectOption('fullSpeed');
    // The first rounds draw most of the film and measure most often.
    await lesson.playTo(100);
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
        `portraits.live: ${rounds.at(-1)?.toFixed(1)} rounds, ${seen.framesPerSecond.toFixed(1)} frames a second`,
      );
    }
    await workbench.close();
    return {
      'portraits.live.roundsPerSecond': rounded(median(rounds)),
      'portraits.live.framesPerSecond': rounded(median(times.map((time) => time.framesPerSecond))),
      'portraits.live.longestTaskMs': rounded(median(times.map((time) => time.longestTaskMs))),
    };
  } finally {
    await browser.close();
    await server.stop();
  }
}
