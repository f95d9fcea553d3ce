// Builds the extension and opens a VS Code that has it and nothing else: one on the desktop when there is a screen,
// otherwise the VS Code server that the tests use, in the browser. `npm start -- --browser` asks for the latter.
import { spawn } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { exitOnInterrupt, findOnPath } from '../test/vscode/processes';
import { inRepository, repository } from '../test/vscode/repository';
import { startServer } from '../test/vscode/server';
import { installServer, serverRunsHere } from '../test/vscode/serverInstallation';
import { build } from './build';
import { findDesktop, withoutDesktop, type Machine } from './start/findDesktop';

/** The same each time, since a browser remembers by address what a lesson has reached. */
const preferredPort = 8086;

const say = (line: string): void => console.log(line);

const machine: Machine = {
  platform: process.platform,
  arch: process.arch,
  env: process.env,
  home: homedir(),
  isFile: (file) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false,
};

exitOnInterrupt();
const hasScreen =
  process.platform !== 'linux' ||
  process.env['DISPLAY'] !== undefined ||
  process.env['WAYLAND_DISPLAY'] !== undefined;
const desktop = hasScreen && !process.argv.includes('--browser') ? findDesktop(machine) : undefined;
if (desktop === undefined && !serverRunsHere) {
  console.error(withoutDesktop(machine));
  process.exit(1);
}
say('Building the extension ...');
try {
  await build();
  const workspace = inRepository('out', 'start', 'gan-course');
  mkdirSync(workspace, { recursive: true });
  await (desktop === undefined ? openInBrowser(workspace) : openOnDesktop(desktop, workspace));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** Opens a window with settings, extensions and storage of its own, beside those of the person's VS Code. */
async function openOnDesktop(command: string, workspace: string): Promise<void> {
  const asRoot = process.getuid?.() === 0;
  const parameters = [
    '--new-window',
    `--user-data-dir=${inRepository('out', 'start', 'desktop')}`,
    `--extensions-dir=${inRepository('out', 'start', 'desktop-extensions')}`,
    `--extensionDevelopmentPath=${repository}`,
    '--disable-workspace-trust',
    // Chromium does not run as root otherwise.
    ...(asRoot ? ['--no-sandbox'] : []),
    workspace,
  ];
  // On Windows `code` is a batch file, which only a shell runs.
  const shell = process.platform === 'win32';
  const quoted = shell ? [command, ...parameters].map((word) => `"${word}"`) : [command, ...parameters];
  const [file = command, ...rest] = quoted;
  say(`Opening ${command} ...`);
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
async function openInBrowser(workspace: string): Promise<void> {
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
