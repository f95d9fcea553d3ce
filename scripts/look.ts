// Looks at the product: packs the extension, installs it in a real VS Code without a window, does what it is told
// there, and takes pictures.
//
//   npm run look -- [options] [actions]
//
// Options
//   --theme dark|light|high-contrast|high-contrast-light   (dark)
//   --size 1280x800                                        the window's size in CSS pixels
//   --locale zh-CN                                         what VS Code's display language is (en-US)
//   --reduced-motion                                       as a person who asks the system for less motion
//   --no-build                                             takes gan-lessons.vsix as it is
//   --vsix <file>                                          looks at another extension
//   --title <text>                                         its activity bar item ("GAN Lessons")
//   --in <selector>                                        the webview that the actions mean holds this (#stage)
//
// Actions, done in order; without any: "run=GAN: Start Lesson" wait=#stage shot=lesson
//   run=<command>         runs a command from the palette, by its full title
//   open=<title>          clicks an item of the activity bar
//   in=<selector>         from here on, actions mean the webview that holds this
//   wait=<selector>       waits until the webview shows it
//   gone=<selector>       waits until the webview does not show it any more
//   click=<selector>      clicks it in the webview
//   hover=<selector>      moves the pointer over it in the webview
//   fill=<selector>=<text> types into a field of the webview
//   press=<key>           presses a key, as in press=ArrowRight
//   click-vscode=<selector>, wait-vscode=<selector>   the same in VS Code's own page
//   theme=<theme>         changes the theme
//   size=<width>x<height> changes the window's size
//   eval=<expression>     prints the value of an expression in the webview
//   until=<expression>    waits until an expression in the webview is true
//   reload                reloads the window
//   shot=<name>           saves the whole window to out/screenshots/<name>.png
//   shot-of=<selector>=<name>   saves an element of the webview
//
// Selectors are Playwright's (CSS, or as in text=Next). At the end the extension's log and the browser's complaints
// are listed.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Frame } from 'playwright-core';
import { launchBrowser } from '../test/vscode/browser';
import { exitOnInterrupt } from '../test/vscode/processes';
import { inRepository } from '../test/vscode/repository';
import { startServer } from '../test/vscode/server';
import { installServer } from '../test/vscode/serverInstallation';
import { isTheme, type Theme } from '../test/vscode/settings';
import { waitUntil } from '../test/vscode/waitUntil';
import { webviewFrame } from '../test/vscode/webviews';
import {
  activityBarItem,
  openWorkbench,
  reloadWindow,
  runCommand,
  setTheme,
  type Workbench,
} from '../test/vscode/workbench';
import { packagedExtension, packageExtension } from './build';

const defaultActions = ['run=GAN: Start Lesson', 'wait=#stage', 'shot=lesson'];
const screenshots = inRepository('out', 'screenshots');
const patience = 60_000;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    theme: { type: 'string', default: 'dark' },
    size: { type: 'string', default: '1280x800' },
    locale: { type: 'string' },
    'reduced-motion': { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
    vsix: { type: 'string' },
    title: { type: 'string', default: 'GAN Lessons' },
    in: { type: 'string', default: '#stage' },
  },
});

exitOnInterrupt();
const say = (line: string): void => console.log(`${performance.now().toFixed(0).padStart(6)} ms  ${line}`);
if (options.vsix === undefined && !options['no-build']) {
  await packageExtension();
}
await mkdir(screenshots, { recursive: true });
const server = await startServer(await installServer(say), {
  extensions: [path.resolve(options.vsix ?? packagedExtension)],
});
const browser = await launchBrowser(say, 'none');
let failed = false;
try {
  const workbench = await openWorkbench(browser, server, {
    theme: themeNamed(options.theme),
    size: sizeOf(options.size),
    ...(options.locale !== undefined && { locale: options.locale }),
    extensionTitle: options.title,
  });
  if (options['reduced-motion']) {
    await workbench.page.emulateMedia({ reducedMotion: 'reduce' });
  }
  say('VS Code is open');
  const perform = performer(workbench);
  try {
    for (const action of positionals.length === 0 ? defaultActions : positionals) {
      await perform(action);
      say(action);
    }
  } catch (error) {
    failed = true;
    console.error(error);
    await runCommand(workbench.page, 'Notifications: Show Notifications');
    await workbench.page.screenshot({ path: path.join(screenshots, 'failure.png') });
    say('shot=failure');
  }
  console.log(await server.extensionLog('gan-lessons.gan-lessons'));
  for (const { kind, text, source } of workbench.problems) {
    console.log(`[${kind}] ${text} (${source.slice(0, 200)})`);
  }
} finally {
  await browser.close();
  await server.stop();
}
process.exit(failed ? 1 : 0);

/** Does one action after the other. */
function performer({ page }: Workbench): (action: string) => Promise<void> {
  let holder = options.in;
  const webview = (): Promise<Frame> => webviewFrame(page, holder);
  const picture = (name: string): string => path.join(screenshots, `${name}.png`);
  return async (action) => {
    const [word, rest] = splitAt(action, action.indexOf('='));
    switch (word) {
      case 'run':
        return runCommand(page, rest);
      case 'open':
        return activityBarItem(page, rest).click();
      case 'in':
        holder = rest;
        return;
      case 'wait':
        return (await webview()).locator(rest).first().waitFor({ timeout: patience });
      case 'gone':
        return (await webview()).locator(rest).first().waitFor({ state: 'hidden', timeout: patience });
      case 'click':
        return (await webview()).locator(rest).first().click();
      case 'hover':
        return (await webview()).locator(rest).first().hover();
      case 'fill': {
        const [selector, text] = splitAt(rest, rest.lastIndexOf('='));
        return (await webview()).locator(selector).first().fill(text);
      }
      case 'press':
        return page.keyboard.press(rest);
      case 'click-vscode':
        return page.locator(rest).first().click();
      case 'wait-vscode':
        return page.locator(rest).first().waitFor({ timeout: patience });
      case 'theme':
        return setTheme(page, themeNamed(rest));
      case 'size':
        return page.setViewportSize(sizeOf(rest));
      case 'eval':
        return console.log(await (await webview()).evaluate(rest));
      case 'until':
        // Not waitForFunction, whose expressions the page's content security policy forbids.
        await waitUntil(
          rest,
          async () => ((await (await webview()).evaluate(rest)) ? true : undefined),
          patience / 1000,
        );
        return;
      case 'reload':
        return reloadWindow(page, options.title);
      case 'shot':
        await page.screenshot({ path: picture(rest) });
        return;
      case 'shot-of': {
        const [selector, name] = splitAt(rest, rest.lastIndexOf('='));
        await (
          await webview()
        )
          .locator(selector)
          .first()
          .screenshot({ path: picture(name) });
        return;
      }
      default:
        throw new Error(`"${action}" is not an action; see the head of scripts/look.ts.`);
    }
  };
}

/** What is before and after a position; everything before when the position is -1. */
function splitAt(text: string, position: number): [string, string] {
  return position < 0 ? [text, ''] : [text.slice(0, position), text.slice(position + 1)];
}

function themeNamed(word: string): Theme {
  if (!isTheme(word)) {
    throw new Error(`"${word}" is not a theme; see the head of scripts/look.ts.`);
  }
  return word;
}

function sizeOf(text: string): { width: number; height: number } {
  const match = /^(?<width>\d+)x(?<height>\d+)$/.exec(text);
  if (match === null) {
    throw new Error(`"${text}" is not a size; write it as in 1280x800.`);
  }
  return { width: Number(match.groups?.['width']), height: Number(match.groups?.['height']) };
}
