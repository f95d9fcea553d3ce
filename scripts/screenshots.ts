// Takes pictures of every state of the product in every theme and at every width, for a person to look at:
//
//   npm run screenshots -- [--theme dark] [--state reveal] [--no-build]
//
// They are saved as out/screenshots/reference/<state>-<theme>-<width>.png, with an index.html that shows them side by
// side. --theme and --state may be repeated.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../test/vscode/browser';
import { exitOnInterrupt } from '../test/vscode/processes';
import { inRepository } from '../test/vscode/repository';
import { startServer, type Server } from '../test/vscode/server';
import { installServer } from '../test/vscode/serverInstallation';
import { isTheme, themes, type Theme } from '../test/vscode/settings';
import { openWorkbench, runCommand } from '../test/vscode/workbench';
import { packagedExtension, packageExtension } from './build';
import { contactPage } from './screenshots/contactPage';
import { STATES, type State } from './screenshots/states';

/** Widths of the lesson panel in CSS pixels: one for each layout of the stage, and the widest that it is made for. */
const WIDTHS = [400, 700, 1000, 1400, 2000] as const;
const HEIGHT = 900;
/** What counts as large: 200 %, at which the same window has half as many CSS pixels each way. */
const ZOOM = 2;
/** VS Code's activity bar, and the edges of the editor. */
const BESIDE_THE_PANEL = 58;
const folder = inRepository('out', 'screenshots', 'reference');

const { values: options } = parseArgs({
  options: {
    theme: { type: 'string', multiple: true, default: Object.keys(themes) },
    state: { type: 'string', multiple: true, default: STATES.map(({ name }) => name) },
    'no-build': { type: 'boolean', default: false },
  },
});

exitOnInterrupt();
const say = (line: string): void => console.log(`${performance.now().toFixed(0).padStart(6)} ms  ${line}`);
const chosenThemes = options.theme.map(themeNamed);
const chosenStates = options.state.map(stateNamed);
if (!options['no-build']) {
  await packageExtension();
}
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const server = await startServer(await installServer(say), { extensions: [path.resolve(packagedExtension)] });
const browser = await launchBrowser(say);
const failures: string[] = [];
try {
  for (const theme of chosenThemes) {
    for (const state of chosenStates) {
      try {
        await photograph(browser, server, state, theme);
        say(`${state.name}, ${theme}`);
      } catch (error) {
        failures.push(`${state.name}, ${theme}: ${String(error)}`);
        say(`${state.name}, ${theme}: could not be reached`);
      }
    }
  }
  await writeFile(
    path.join(folder, 'index.html'),
    contactPage(
      chosenStates.map(({ name }) => name),
      chosenThemes,
      WIDTHS,
    ),
  );
} finally {
  await browser.close();
  await server.stop();
}
for (const failure of failures) {
  console.error(failure);
}
say(`${path.relative(process.cwd(), folder)}/index.html`);
process.exit(failures.length === 0 ? 0 : 1);

/** Brings a fresh window into a state, and takes its picture at each width. */
async function photograph(
  inBrowser: Browser,
  onServer: Server,
  { name, sideBar, zoomed, reach }: State,
  theme: Theme,
): Promise<void> {
  const zoom = zoomed === true ? ZOOM : 1;
  const size = (width: number): { width: number; height: number } => ({
    width: Math.round(width / zoom) + BESIDE_THE_PANEL,
    height: HEIGHT / zoom,
  });
  const { page, close } = await openWorkbench(inBrowser, onServer, {
    theme,
    size: size(1400),
    extensionTitle: 'GAN Lessons',
  });
  try {
    // What moves is at another place in each picture.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    if (!sideBar) {
      await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    }
    const show = await reach(page);
    // A pointer that rests on something shows what it is called, over something else.
    await page.mouse.move(0, 0);
    // From the width at which it was reached.
    for (const width of WIDTHS.toReversed()) {
      await page.setViewportSize(size(width));
      await show?.();
      await painted(page);
      await page.screenshot({ path: path.join(folder, `${name}-${theme}-${width}.png`) });
    }
  } finally {
    await close();
  }
}

/** Twice the screen has shown what there is: sizes were observed, and drawings followed them. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

function themeNamed(word: string): Theme {
  if (!isTheme(word)) {
    throw new Error(`"${word}" is not a theme: ${Object.keys(themes).join(', ')}.`);
  }
  return word;
}

function stateNamed(word: string): State {
  const state = STATES.find(({ name }) => name === word);
  if (state === undefined) {
    throw new Error(`"${word}" is not a state: ${STATES.map(({ name }) => name).join(', ')}.`);
  }
  return state;
}
