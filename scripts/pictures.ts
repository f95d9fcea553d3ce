// Takes the pictures of the walkthrough and of README.md anew, in a real VS Code, after the product has changed its looks:
//
//   npm run pictures -- [--no-build]
//
// media/walkthrough/<part>-<theme>.png for each part and each kind of theme, and media/readme/*.png in the dark one.
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Frame, Locator, Page } from 'playwright-core';
import { wholeForm } from '../test/e2e/formPage';
import { activityBarItem, extensionTitle, runCommand, setTheme, webviewFrame } from '../test/e2e/harness';
import { LessonPage } from '../test/e2e/lessonPage';
import { launchBrowser } from '../test/vscode/browser';
import { exitOnInterrupt } from '../test/vscode/processes';
import { inRepository } from '../test/vscode/repository';
import { startServer } from '../test/vscode/server';
import { installServer } from '../test/vscode/serverInstallation';
import type { Theme } from '../test/vscode/settings';
import { openWorkbench } from '../test/vscode/workbench';
import { packagedExtension, packageExtension } from './build';

/** How `package.json` calls the kinds of themes for which a walkthrough has a picture of its own. */
const KINDS: readonly (readonly [Theme, string])[] = [
  ['light', 'light'],
  ['high-contrast', 'hc'],
  ['high-contrast-light', 'hcLight'],
  // Last, because it is the one that is worked in.
  ['dark', 'dark'],
];
const SIZE = { width: 1440, height: 900 };
const TALL = { ...SIZE, height: 1640 };
/** From here on the portraits are portraits. */
const ROUND = 200;
/** The first four phases: up to the reveal. */
const TO_THE_REVEAL = 4;
/** Around what is taken, in CSS pixels. */
const MARGIN = 2;

const { values: options } = parseArgs({ options: { 'no-build': { type: 'boolean', default: false } } });

exitOnInterrupt();
const say = (line: string) => console.log(`${performance.now().toFixed(0).padStart(6)} ms  ${line}`);
if (!options['no-build']) {
  await packageExtension();
}
const folder = (name: string) => inRepository('media', name);
await Promise.all(['walkthrough', 'readme'].map((name) => mkdir(folder(name), { recursive: true })));
const server = await startServer(await installServer(say), { extensions: [packagedExtension] });
const browser = await launchBrowser(say);
try {
  const { page } = await openWorkbench(browser, server, { extensionTitle, size: SIZE });
  // What moves is at another place in each picture.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await takeAll(page);
} finally {
  await browser.close();
  await server.stop();
}
process.exit();

async function takeAll(page: Page): Promise<void> {
  await activityBarItem(page, extensionTitle).click();
  const lesson = await LessonPage.start(page);
  const form = await webviewFrame(page, '.form');
  await take(page, 'form', [form.locator('.form')]);
  // In a window in which all of the form has room below the list of lessons.
  await page.setViewportSize(TALL);
  await (await wholeForm(page)).locator('.form').screenshot({ path: `${folder('readme')}/form.png` });
  await page.setViewportSize(SIZE);
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await lesson.playTo(ROUND);
  for (let phase = 0; phase < TO_THE_REVEAL; phase++) {
    await lesson.nextPhase();
  }
  const part = (selector: string) => lesson.frame.locator(selector).first();
  await take(page, 'stage', [part('#stage')]);
  await take(page, 'reveal', [part('[data-region=inspector]'), part('[data-region=verdict]')]);
  await take(page, 'film', [part('[data-region=timeline]'), part('[data-region=transport]')]);
  await page.screenshot({ path: `${folder('readme')}/stage.png` });
  await takeGame(page, lesson.frame);
}

async function takeGame(page: Page, frame: Frame): Promise<void> {
  await runCommand(page, 'GAN: Be the Inspector');
  const room = frame.locator('dialog.game[open]');
  await room.locator('.small-card:focus').waitFor();
  await page.keyboard.press('ArrowRight');
  await room.locator('.card-row .printed').first().waitFor({ state: 'attached' });
  await take(page, 'game', [room.locator('.game-room')]);
}

/** Takes what several elements fill together, in a theme of each kind. */
async function take(page: Page, name: string, parts: readonly Locator[]): Promise<void> {
  for (const [theme, kind] of KINDS) {
    await setTheme(page, theme);
    await page.mouse.move(0, 0);
    const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
    const edges = boxes.flatMap((box) =>
      box === null ? [] : [{ ...box, right: box.x + box.width, bottom: box.y + box.height }],
    );
    const x = Math.min(...edges.map((box) => box.x)) - MARGIN;
    const y = Math.min(...edges.map((box) => box.y)) - MARGIN;
    const width = Math.max(...edges.map(({ right }) => right)) + MARGIN - x;
    const height = Math.max(...edges.map(({ bottom }) => bottom)) + MARGIN - y;
    await page.screenshot({
      path: `${folder('walkthrough')}/${name}-${kind}.png`,
      clip: { x, y, width, height },
    });
    say(`${name}, ${theme}`);
  }
}
