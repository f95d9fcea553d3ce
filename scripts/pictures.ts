// Takes the pictures of the walkthrough and of README.md anew, in a real VS Code, after the product has changed its looks:
//
//   npm run pictures -- [--no-build] [--only film|readme|walkthrough]
//
// media/walkthrough/<language>/<part>-<theme>.png for each part, language and kind of theme; media/readme/<name>.png in
// the dark one, and media/readme/film.gif. Chinese needs a font: on Debian, fonts-noto-cjk.
import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { wholeForm } from '../test/e2e/formPage';
import { activityBarItem, extensionTitle, runCommand, setTheme, webviewFrame } from '../test/e2e/harness';
import { LessonPage } from '../test/e2e/lessonPage';
import { launchBrowser } from '../test/vscode/browser';
import { exitOnInterrupt } from '../test/vscode/processes';
import { inRepository } from '../test/vscode/repository';
import { startServer, type Server } from '../test/vscode/server';
import { installServer } from '../test/vscode/serverInstallation';
import type { Theme } from '../test/vscode/settings';
import { openWorkbench } from '../test/vscode/workbench';
import { packagedExtension, packageExtension } from './build';
import { makeFilm, type Moment } from './pictures/film';

type Language = 'en' | 'zh-cn';

/** How `package.json` calls the kinds of themes for which a walkthrough has a picture of its own. */
const KINDS: Readonly<Record<Language, readonly (readonly [Theme, string])[]>> = {
  en: [
    ['light', 'light'],
    ['high-contrast', 'hc'],
    ['high-contrast-light', 'hcLight'],
    // Last, because it is the one that is worked in.
    ['dark', 'dark'],
  ],
  // Two will do: the package is to stay small.
  'zh-cn': [
    ['light', 'light'],
    ['dark', 'dark'],
  ],
};
/** Tall enough for all of the stage and the film strip. */
const SIZE = { width: 1440, height: 1080 };
const FORM_SIZE = { ...SIZE, height: 1640 };
const FILM_SIZE = { width: 1100, height: 900 };
/** From here on the portraits are portraits. */
const ROUND = 200;
/** The first four phases: up to the reveal. */
const TO_THE_REVEAL = 4;
/** Around what is taken, in CSS pixels. */
const MARGIN = 2;
/** How long a moment of the film is shown; the first and the last longer. */
const MOMENT_MS = 220;
const STILL_MS = 1600;
const FILM_MOMENTS = 26;
/** What a VS Code on the desktop does not have in its status bar. */
const SERVER_ITEMS = ['keyboardLayout', 'forwardedPorts', 'status.host', 'status.notifications'];

const { values: options } = parseArgs({
  options: { 'no-build': { type: 'boolean', default: false }, only: { type: 'string' } },
});

exitOnInterrupt();
const say = (line: string): void => console.log(`${performance.now().toFixed(0).padStart(6)} ms  ${line}`);
if (!options['no-build']) {
  await packageExtension();
}
const wants = (what: string): boolean => options.only === undefined || options.only === what;
const server = await startServer(await installServer(say), { extensions: [packagedExtension] });
const browser = await launchBrowser(say);
try {
  if (wants('film')) {
    await takeFilm(await openWindow(browser, server, 'en', FILM_SIZE));
  }
  if (wants('readme')) {
    for (const language of ['en', 'zh-cn'] as const) {
      await takeForReadme(await openWindow(browser, server, language, SIZE), language);
    }
  }
  if (wants('walkthrough')) {
    for (const language of ['en', 'zh-cn'] as const) {
      await takeForWalkthrough(await openWindow(browser, server, language, SIZE), language);
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
process.exit();

/** A window as a person has it, on a folder with a name, and without what only a server shows. */
async function openWindow(
  inBrowser: Browser,
  on: Server,
  language: Language,
  size: { width: number; height: number },
): Promise<Page> {
  const locale = language === 'en' ? 'en-US' : 'zh-CN';
  const { page } = await openWorkbench(inBrowser, on, {
    extensionTitle,
    size,
    locale,
    folderName: 'gan-course',
  });
  // What moves is at another place in each picture.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const hidden = SERVER_ITEMS.map((id) => `.statusbar-item[id*="${id}"]`).join();
  await page.addStyleTag({ content: `${hidden} { display: none !important }` });
  return page;
}

async function startLesson(page: Page): Promise<LessonPage> {
  await activityBarItem(page, extensionTitle).click();
  return LessonPage.start(page);
}

/** Runs to just this round, in any language. */
async function runTo(lesson: LessonPage, round: number): Promise<void> {
  await lesson.frame.locator('#transport .until select').selectOption('other');
  const dialog = lesson.frame.locator('.until-dialog');
  await dialog.locator('input').fill(String(round));
  await dialog.locator('input').press('Enter');
  await lesson.reaches(round);
  await lesson.frame.locator('vscode-button.phase:not([disabled])').waitFor();
}

/** The stage and its film strip while scribbles become faces. */
async function takeFilm(page: Page): Promise<void> {
  const lesson = await startLesson(page);
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  const parts = ['#stage', '[data-region=timeline]'].map((selector) =>
    lesson.frame.locator(selector).first(),
  );
  await page.mouse.move(0, 0);
  const { width, height } = await boundsOf(parts);
  // All moments have one size, wherever the stage is.
  const take = async (ms: number): Promise<Moment> => ({
    png: await page.screenshot({ clip: { ...(await boundsOf(parts)), width, height } }),
    ms,
  });
  const moments = [await take(STILL_MS)];
  for (let moment = 1; moment <= FILM_MOMENTS; moment++) {
    // Most happens early. The run is paused while a picture is taken, which takes longer than some rounds.
    await runTo(lesson, Math.max(moment, Math.round(ROUND * (moment / FILM_MOMENTS) ** 2)));
    await page.mouse.move(0, 0);
    moments.push(await take(moment === FILM_MOMENTS ? STILL_MS : MOMENT_MS));
  }
  await save('readme', 'film.gif', makeFilm(moments));
  say(`the film: ${moments.length} moments`);
}

async function takeForReadme(page: Page, language: Language): Promise<void> {
  const named = (name: string): string => (language === 'en' ? `${name}.png` : `${name}.${language}.png`);
  const lesson = await startLesson(page);
  await page.setViewportSize(FORM_SIZE);
  const form = (await wholeForm(page)).locator('.form');
  await save('readme', named('form'), await form.screenshot());
  await page.setViewportSize(SIZE);
  await runTo(lesson, ROUND);
  for (let phase = 0; phase < TO_THE_REVEAL; phase++) {
    await lesson.nextPhase();
  }
  await page.mouse.move(0, 0);
  await save('readme', named('stage'), await page.screenshot());
  await runCommand(page, 'GAN: Follow in Code');
  await page.locator('.editor-instance .view-line').first().waitFor();
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await lesson.nextPhase();
  await page.mouse.move(0, 0);
  await save('readme', named('code'), await page.screenshot());
  await page.context().close();
}

async function takeForWalkthrough(page: Page, language: Language): Promise<void> {
  const lesson = await startLesson(page);
  const form = await webviewFrame(page, '.form');
  const take = (name: string, parts: readonly Locator[]): Promise<void> =>
    takeThemes(page, language, name, parts);
  await take('form', [form.locator('.form')]);
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await runTo(lesson, ROUND);
  for (let phase = 0; phase < TO_THE_REVEAL; phase++) {
    await lesson.nextPhase();
  }
  const part = (selector: string): Locator => lesson.frame.locator(selector).first();
  await take('stage', [part('#stage')]);
  await take('reveal', [part('[data-region=inspector]'), part('[data-region=verdict]')]);
  await take('film', [part('[data-region=timeline]'), part('[data-region=transport]')]);
  await takeGame(page, lesson.frame, take);
  await page.context().close();
}

async function takeGame(
  page: Page,
  frame: Frame,
  take: (name: string, parts: readonly Locator[]) => Promise<void>,
): Promise<void> {
  await runCommand(page, 'GAN: Be the Inspector');
  const room = frame.locator('dialog.game[open]');
  await room.locator('.small-card:focus').waitFor();
  await page.keyboard.press('ArrowRight');
  await room.locator('.card-row .printed').first().waitFor({ state: 'attached' });
  await take('game', [room.locator('.game-room')]);
}

/** Takes what several elements fill together, in a theme of each kind. */
async function takeThemes(
  page: Page,
  language: Language,
  name: string,
  parts: readonly Locator[],
): Promise<void> {
  for (const [theme, kind] of KINDS[language]) {
    await setTheme(page, theme);
    await page.mouse.move(0, 0);
    await parts[0]?.scrollIntoViewIfNeeded();
    const picture = await page.screenshot({ clip: await boundsOf(parts) });
    await save(`walkthrough/${language}`, `${name}-${kind}.png`, picture);
    say(`${name}, ${theme}, ${language}`);
  }
}

/** What several elements fill together, with a small margin. */
async function boundsOf(
  parts: readonly Locator[],
): Promise<{ x: number; y: number; width: number; height: number }> {
  const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
  const edges = boxes.flatMap((box) =>
    box === null ? [] : [{ ...box, right: box.x + box.width, bottom: box.y + box.height }],
  );
  const x = Math.min(...edges.map((box) => box.x)) - MARGIN;
  const y = Math.min(...edges.map((box) => box.y)) - MARGIN;
  const width = Math.max(...edges.map(({ right }) => right)) + MARGIN - x;
  const height = Math.max(...edges.map(({ bottom }) => bottom)) + MARGIN - y;
  return { x, y, width, height };
}

async function save(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(inRepository('media', folder), { recursive: true });
  await writeFile(inRepository('media', folder, name), bytes);
}
