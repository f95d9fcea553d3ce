import type { Browser, Page } from 'playwright-core';
import { isLocal } from './browser';
import { collectProblems, type BrowserProblem } from './problems';
import type { ExtensionUnderDevelopment, Server } from './server';
import { themes, themeSetting, type Settings, type Theme } from './settings';
import { waitUntil } from './waitUntil';

export interface WorkbenchOptions {
  theme?: Theme;
  /** Added to the quiet settings. */
  settings?: Settings;
  /** What the folder holds that the window is opened on, by path; without it, nothing. */
  files?: Readonly<Record<string, string>>;
  /** The name of that folder; it is of no account unless somebody looks at the window. */
  folderName?: string;
  /** What the browser asks for (BCP 47), and so VS Code's display language: English, or Simplified Chinese (`zh-CN`). */
  locale?: string;
  /** CSS pixels. */
  size?: { width: number; height: number };
  /** The title of an activity bar item that has to be there: then the extension that brings it is known. */
  extensionTitle?: string;
  /** An extension that is not installed. */
  extension?: ExtensionUnderDevelopment;
  /** Calls that the page may make, by name; VS Code reports a test run this way. */
  callbacks?: Record<string, (...parameters: unknown[]) => unknown>;
}

/** A VS Code window. */
export interface Workbench {
  page: Page;
  /** The folder that the window is open on. */
  folder: string;
  /** All that the browser complained about since the window was opened. */
  problems: BrowserProblem[];
  close(): Promise<void>;
}

/** Long enough for a cold start on a busy machine. */
const startTimeout = 60_000;

/** Opens a VS Code window on a folder of its own, in a browser profile of its own, and waits until it shows its theme. */
export async function openWorkbench(
  browser: Browser,
  server: Server,
  options: WorkbenchOptions = {},
): Promise<Workbench> {
  const workbench = await loadWorkbench(browser, server, options);
  await waitForWorkbench(workbench.page, options.extensionTitle);
  await themedWorkbench(workbench.page, options.theme ?? 'dark').waitFor();
  return workbench;
}

/** Begins to load a VS Code window, and waits for nothing that VS Code does. */
export async function loadWorkbench(
  browser: Browser,
  server: Server,
  options: WorkbenchOptions = {},
): Promise<Workbench> {
  const theme = options.theme ?? 'dark';
  await server.writeSettings({ ...themeSetting(theme), ...options.settings });
  const context = await browser.newContext({
    viewport: options.size ?? { width: 1280, height: 800 },
    locale: options.locale ?? 'en-US',
    colorScheme: theme.endsWith('light') ? 'light' : 'dark',
  });
  await context.route(
    (address) => !isLocal(address),
    (route) => route.abort(),
  );
  const page = await context.newPage();
  const problems = collectProblems(page);
  for (const [name, callback] of Object.entries(options.callbacks ?? {})) {
    await page.exposeFunction(name, callback);
  }
  const folder = server.newWorkspace(options.files, options.folderName);
  await page.goto(server.address(folder, options.extension));
  return { page, folder, problems, close: () => context.close() };
}

/**
 * Loads a window anew as a person does, by VS Code's own command. It keeps what it keeps of itself before it goes, which
 * editor is open among it; a page that is just loaded again may come back as it was some moments before.
 */
export async function reloadWindow(page: Page, extensionTitle?: string): Promise<void> {
  const loaded = page.waitForEvent('load', { timeout: startTimeout });
  await runCommand(page, 'Developer: Reload Window');
  await loaded;
  await waitForWorkbench(page, extensionTitle);
}

async function waitForWorkbench(page: Page, extensionTitle: string | undefined): Promise<void> {
  await page.locator('.monaco-workbench').waitFor({ timeout: startTimeout });
  if (extensionTitle !== undefined) {
    await activityBarItem(page, extensionTitle).waitFor({ timeout: startTimeout });
  }
}

/** The item of the activity bar with that title. */
export function activityBarItem(page: Page, title: string) {
  return page.locator(`.activitybar .action-label[aria-label="${title}"]`);
}

/**
 * Runs a command from the command palette, as a person does.
 *
 * @param title with its category, as in `GAN: Start Lesson`
 */
export async function runCommand(page: Page, title: string): Promise<void> {
  const palette = page.locator('.quick-input-widget');
  const input = palette.locator('input[type=text]');
  await waitUntil(`the command palette to offer "${title}"`, async () => {
    await page.keyboard.press('F1');
    try {
      await input.fill(`>${title}`, { timeout: 3000 });
      const row = palette.getByRole('option').filter({ hasText: title }).first();
      // The list is the one of the moment when the palette was opened; a command registered later never shows.
      await row.click({ timeout: 3000 });
      return true;
    } catch {
      await page.keyboard.press('Escape');
      await palette.waitFor({ state: 'hidden' });
      return undefined;
    }
  });
  // What the command asks for comes in the palette's place, and must not be mistaken for it.
  await waitUntil(`the command palette to go after "${title}"`, async () => {
    if (!(await palette.isVisible())) {
      return true;
    }
    // The whole window goes with some commands, before it could answer.
    const typed = await input.inputValue({ timeout: 1000 }).catch(() => '');
    return !typed.startsWith('>') || undefined;
  });
}

/** Changes the colour theme as a person does, and waits until it is shown. */
export async function setTheme(page: Page, theme: Theme): Promise<void> {
  await runCommand(page, 'Preferences: Color Theme');
  const list = page.locator('.quick-input-widget');
  await list.locator('input[type=text]').fill(themes[theme].label);
  await list.getByRole('option').filter({ hasText: themes[theme].label }).first().click();
  await list.waitFor({ state: 'hidden' });
  await themedWorkbench(page, theme).waitFor();
}

/** The workbench when it shows a theme; for the first moments it shows one that nobody asked for. */
function themedWorkbench(page: Page, theme: Theme) {
  return page.locator(`.monaco-workbench.${themes[theme].className}[class*="vscode-theme-"]`);
}
