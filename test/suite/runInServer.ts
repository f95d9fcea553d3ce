import { setTimeout as pause } from 'node:timers/promises';
import { launchBrowser } from '../vscode/browser';
import { inRepository, repository } from '../vscode/repository';
import { startServer } from '../vscode/server';
import { installServer } from '../vscode/serverInstallation';
import { loadWorkbench } from '../vscode/workbench';
import { mark } from './report';

/** Which process the extension runs in: Node beside the server, or a web worker in the browser. */
type ExtensionHost = 'node' | 'web';

/** Seconds for the whole suite. */
const limit = 300;

/**
 * Runs the suite in an extension host of the VS Code server, with the extension as it is in dist/.
 *
 * @param print shows a line of the suite's report
 * @returns whether all tests passed
 */
export async function runInServer(host: ExtensionHost, print: (line: string) => void): Promise<boolean> {
  const server = await startServer(await installServer(print));
  const browser = await launchBrowser(print, 'none').catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  try {
    let end: (code: unknown) => void = () => {};
    const exitCode = new Promise((resolve) => {
      end = resolve;
    });
    await loadWorkbench(browser, server, {
      settings: host === 'web' ? { 'remote.extensionKind': { 'gan-lessons.gan-lessons': ['web'] } } : {},
      extension: {
        extensionDevelopmentPath: repository,
        extensionTestsPath: inRepository('out', 'suite', host, 'index'),
      },
      // VS Code calls these when it runs tests in a browser: what the extension host logs, and the end.
      callbacks: {
        codeAutomationLog: (_level, parts) => suiteLines(parts).forEach(print),
        codeAutomationExit: end,
      },
    });
    const outOfTime = new AbortController();
    const code = await Promise.race([
      exitCode,
      pause(limit * 1000, 'late', { signal: outOfTime.signal, ref: false }),
    ]);
    outOfTime.abort();
    if (code === 'late') {
      throw new Error(`The suite did not end within ${limit} s.`);
    }
    return code === 0;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** The lines that the suite's reporter printed, among all that VS Code logs. */
function suiteLines(parts: unknown): string[] {
  const text = Array.isArray(parts) ? parts.map(String).join(' ') : '';
  return text
    .split('\n')
    .filter((line) => line.includes(mark))
    .map((line) => line.slice(line.indexOf(mark) + mark.length));
}
