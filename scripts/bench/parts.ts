import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../test/vscode/browser';
import { serverRunsHere } from '../../test/vscode/serverInstallation';
import { LONG_WATCH, measureLeaks, SHORT_WATCH } from './leaks';
import { measureLive } from './live';
import { measureQuality } from './quality';
import type { Figures } from './results';
import { measureSizes } from './sizes';
import { measureSweep } from './sweep';
import { measureHardwareWebgl, measureWorker } from './worker';

interface Context {
  readonly short: boolean;
  /** Shows a line of progress. */
  readonly say: (line: string) => void;
  /** Adds a line to the result. */
  readonly note: (line: string) => void;
}

/** What can be measured by itself, in the order in which all of it is. */
export const PARTS = {
  sizes: () => measureSizes(),
  leaks: ({ short }) => measureLeaks(short ? SHORT_WATCH : LONG_WATCH),
  quality: ({ say }) => measureQuality(say),
  worker: (context) =>
    withBrowser('none', context, (browser) => measureWorker(browser, context.say, context.note)),
  webgl: (context) =>
    withBrowser('hardware', context, (browser) => measureHardwareWebgl(browser, context.say, context.note)),
  async live({ say, note }) {
    if (!serverRunsHere) {
      note('The VS Code server does not run here, so nothing live is measured.');
      return {};
    }
    return measureLive(say);
  },
  async sweep({ say, note }) {
    if (!serverRunsHere) {
      note('The VS Code server does not run here, so no sweep is measured.');
      return {};
    }
    return measureSweep(say);
  },
} satisfies Record<string, (context: Context) => Promise<Figures>>;

type Part = keyof typeof PARTS;

/** What `--short` measures: counts and sizes, and no times. */
export const SHORT_PARTS: readonly Part[] = ['sizes', 'leaks'];

/** Whether a word names a part. */
export function isPart(word: string): word is Part {
  return Object.hasOwn(PARTS, word);
}

async function withBrowser(
  graphics: Parameters<typeof launchBrowser>[1],
  { say, note }: Context,
  measure: (browser: Browser) => Promise<Figures>,
): Promise<Figures> {
  const browser = await launchBrowser(say, graphics);
  try {
    note(`Chromium ${browser.version()}, graphics: ${graphics}`);
    return await measure(browser);
  } finally {
    await browser.close();
  }
}
