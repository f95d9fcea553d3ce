// Builds the extension and opens a VS Code that has it: the desktop's when there is a screen and `code` is on the PATH,
// otherwise the VS Code server that the tests use, in the browser. `npm start -- --browser` asks for the latter.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { exitOnInterrupt, findOnPath } from '../test/vscode/processes';
import { inRepository, repository } from '../test/vscode/repository';
import { startServer } from '../test/vscode/server';
import { installServer } from '../test/vscode/serverInstallation';
import { build } from './build';

/** The same each time, since a browser remembers by address what a lesson has reached. */
const preferredPort = 8086;

const say = (line: string) => console.log(line);

exitOnInterrupt();
say('Building the extension ...');
await build();
const hasScreen =
  process.platform !== 'linux' ||
  process.env['DISPLAY'] !== undefined ||
  process.env['WAYLAND_DISPLAY'] !== undefined;
const code = hasScreen && !process.argv.includes('--browser') ? findOnPath('code') : undefined;
const workspace = inRepository('out', 'start', 'workspace');
mkdirSync(workspace, { recursive: true });
try {
  await (code === undefined ? openInBrowser() : openOnDesktop(code));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** Opens a new window of the person's own VS Code. */
async function openOnDesktop(command: string): Promise<void> {
  const parameters = ['--new-window', `--extensionDevelopmentPath=${repository}`, workspace];
  // On Windows `code` is a batch file, which only a shell runs.
  const shell = process.platform === 'win32';
  const quoted = shell ? [command, ...parameters].map((word) => `"${word}"`) : [command, ...parameters];
  const [file = command, ...rest] = quoted;
  await new Promise<void>((resolve, reject) => {
    const child = spawn(file, rest, { stdio: 'inherit', shell });
    child.once('error', reject);
    child.once('close', (exitCode) =>
      exitCode === 0 ? resolve() : reject(new Error(`"${command}" ended with ${exitCode}.`)),
    );
  });
  say('VS Code opens with the extension: choose GAN Lessons in the activity bar.');
}

/** Serves VS Code until the person ends it. */
async function openInBrowser(): Promise<void> {
  const server = await startServer(await installServer(say), {
    home: inRepository('out', 'start'),
    port: preferredPort,
  });
  const address = server.address(workspace, { extensionDevelopmentPath: repository });
  say(`\nVS Code with the extension: ${address}\nChoose GAN Lessons in the activity bar. Ctrl+C ends it.`);
  openBrowser(address);
  await server.ended;
  throw new Error('The VS Code server ended by itself.');
}

/** Shows an address in the person's browser, where there is one; the address was printed in any case. */
function openBrowser(address: string): void {
  const opener = hasScreen ? findOnPath('xdg-open') : undefined;
  if (opener !== undefined) {
    spawn(opener, [address], { stdio: 'ignore', detached: true }).unref();
  }
}
