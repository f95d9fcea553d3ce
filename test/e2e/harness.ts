import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../vscode/browser';
import { inRepository } from '../vscode/repository';
import { startServer, type Server, type ServerOptions } from '../vscode/server';
import { installServer } from '../vscode/serverInstallation';
import {
  openWorkbench as openAnyWorkbench,
  type Workbench,
  type WorkbenchOptions,
} from '../vscode/workbench';
import { reportFailure } from './failureReport';

export type { BrowserProblem } from '../vscode/problems';
export type { Theme } from '../vscode/settings';
export { waitUntil } from '../vscode/waitUntil';
export { webviewFrame } from '../vscode/webviews';
export { activityBarItem, reloadWindow, runCommand, setTheme, type Workbench } from '../vscode/workbench';

/** The extension's item in the activity bar. */
export const extensionTitle = 'GAN Lessons';

const say = (line: string) => console.log(`  ${line}`);

async function startServerWithExtension(options: ServerOptions = {}): Promise<Server> {
  return startServer(await installServer(say), {
    extensions: [inRepository('gan-lessons.vsix')],
    ...options,
  });
}

/** One VS Code server with the packaged extension installed, and one browser, for all files of tests. */
class Shared {
  private constructor(
    readonly server: Server,
    readonly browser: Browser,
  ) {}

  static async start(): Promise<Shared> {
    const server = await startServerWithExtension();
    try {
      return new Shared(server, await launchBrowser(say, 'none'));
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }
}

let shared: Shared | undefined;

/** Called once, before the first test; see rootHooks.ts. */
export async function startAll(): Promise<void> {
  shared = await Shared.start();
}

/** Called once, after the last test. */
export async function stopAll(): Promise<void> {
  await shared?.stop();
  shared = undefined;
}

/** Says what the windows show when a test has failed. */
export async function reportOnFailure(test: string): Promise<void> {
  say(await reportFailure(sharedNow().browser, test));
}

/**
 * Opens a VS Code window on an empty folder, in a browser profile of its own, and waits until the extension is there.
 * Windows share nothing but the server; close each in an `after` hook.
 */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  return openAnyWorkbench(sharedNow().browser, sharedNow().server, { extensionTitle, ...options });
}

/**
 * Opens a VS Code window on a folder that nobody has said to trust: in Restricted Mode. It has a server of its own, because
 * a server is started with trust or without.
 */
export async function openRestrictedWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const server = await startServerWithExtension({ workspaceTrust: true });
  try {
    const workbench = await openAnyWorkbench(sharedNow().browser, server, {
      extensionTitle,
      ...options,
      settings: {
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
        ...options.settings,
      },
    });
    const close = async () => {
      await workbench.close();
      await server.stop();
    };
    return { ...workbench, close };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function sharedNow(): Shared {
  if (shared === undefined) {
    throw new Error('A window is opened in a test or a hook, not in a module.');
  }
  return shared;
}

/** Saves a picture of the window as out/screenshots/<name>.png. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = inRepository('out', 'screenshots');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
