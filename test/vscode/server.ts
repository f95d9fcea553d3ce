import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addLanguagePack } from './languagePack';
import { ProcessGroup, runQuietly } from './processes';
import type { ServerInstallation } from './serverInstallation';
import { quietSettings, type Settings } from './settings';
import { waitUntil } from './waitUntil';

export interface ServerOptions {
  /** Packaged extensions (.vsix) to install before the start. */
  extensions?: string[];
  /** Added to `quietSettings`. */
  settings?: Settings;
  /** Asks whether folders are to be trusted, and opens them in Restricted Mode until they are. */
  workspaceTrust?: boolean;
  /** Where the server keeps everything; without it, in a temporary folder that `stop` removes. */
  home?: string;
  /** Taken when it is free; otherwise, and by default, any free one. */
  port?: number;
}

/** A running VS Code server with a home of its own: nothing of the person's VS Code comes in, nothing is left behind. */
export interface Server {
  /** As in `http://127.0.0.1:40000`. */
  origin: string;
  /** Replaces the settings (again on top of `quietSettings`) of the windows that are opened from now on. */
  writeSettings(settings: Settings): Promise<void>;
  /**
   * Makes a folder to open a window on. VS Code remembers layouts by folder, so a new one is a fresh start.
   *
   * @param files what it holds, by path
   * @param name of the folder, as windows show it; without it, one that no other has
   */
  newWorkspace(files?: Readonly<Record<string, string>>, name?: string): string;
  /** The address of a window on `folder`. */
  address(folder: string, extension?: ExtensionUnderDevelopment): string;
  /** What an extension wrote to its log channels. */
  extensionLog(extension: string): Promise<string>;
  /** Settles when the server is gone, by `stop` or by itself. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** What VS Code is told on its command line; here it travels in the address. */
export interface ExtensionUnderDevelopment {
  /** The extension's folder. */
  extensionDevelopmentPath: string;
  /** A script whose `run()` is called in the extension host. */
  extensionTestsPath?: string;
}

/** Starts a VS Code server on this machine's loopback address, and waits until it answers. */
export async function startServer(
  installation: ServerInstallation,
  options: ServerOptions = {},
): Promise<Server> {
  const home = options.home ?? mkdtempSync(path.join(tmpdir(), 'gan-lessons-vscode-'));
  const removeHome = () => {
    if (options.home === undefined) {
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  };
  process.once('exit', removeHome);

  const userData = path.join(home, 'user-data');
  const settingsFile = path.join(userData, 'User', 'settings.json');
  mkdirSync(path.dirname(settingsFile), { recursive: true });
  const writeSettings = (settings: Settings) =>
    writeFile(settingsFile, JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
  await writeSettings(options.settings ?? {});
  const config = path.join(home, 'config.yaml');
  await writeFile(config, 'auth: none\n');

  const env = environment(home);
  const common = [
    '--user-data-dir',
    userData,
    '--extensions-dir',
    path.join(home, 'extensions'),
    '--config',
    config,
  ];
  for (const extension of options.extensions ?? []) {
    await runQuietly(installation.node, [installation.entry, ...common, '--install-extension', extension], {
      env,
    });
  }

  // Installing an extension forgets the language packs that no extension brings.
  await addLanguagePack(userData);

  const port = await freePort(options.port);
  const flags = [
    `--bind-addr=127.0.0.1:${port}`,
    '--auth=none',
    '--disable-telemetry',
    '--disable-update-check',
    ...(options.workspaceTrust === true ? [] : ['--disable-workspace-trust']),
    '--disable-getting-started-override',
    '--disable-proxy',
    '--ignore-last-opened',
    ...installation.testFlags,
  ];
  const child = spawn(installation.node, [installation.entry, ...common, ...flags], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const group = new ProcessGroup(child);
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      log = (log + data.toString()).slice(-8000);
    });
  }

  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await group.end();
    removeHome();
    process.off('exit', removeHome);
  };
  try {
    await waitUntil('the VS Code server to answer', async () => {
      if (child.exitCode !== null) {
        throw new Error(`The VS Code server did not start:\n${log}`);
      }
      return (await answers(`${origin}/healthz`)) ? true : undefined;
    });
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    origin,
    writeSettings,
    newWorkspace(files = {}, name = '') {
      const folder = path.join(home, 'workspaces');
      mkdirSync(folder, { recursive: true });
      const workspace = path.join(mkdtempSync(path.join(folder, 'workspace-')), name);
      mkdirSync(workspace, { recursive: true });
      for (const [place, content] of Object.entries(files)) {
        const file = path.join(workspace, place);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
      return workspace;
    },
    address(folder, extension) {
      const query = new URLSearchParams({ folder });
      if (extension !== undefined) {
        const onServer = (file: string) => `vscode-remote://127.0.0.1:${port}${file}`;
        query.set(
          'payload',
          JSON.stringify(Object.entries(extension).map(([key, file]) => [key, onServer(file)])),
        );
      }
      return `${origin}/?${query}`;
    },
    async extensionLog(extension) {
      const logs = path.join(userData, 'logs');
      const files = (await readdir(logs, { recursive: true })).filter((file) =>
        file.includes(`${path.sep}${extension}${path.sep}`),
      );
      const texts = files.map((file) => readFile(path.join(logs, file), 'utf8'));
      return (await Promise.all(texts)).join('');
    },
    ended: group.gone,
    stop,
  };
}

/** This process's environment, without what would make the server take over somebody's VS Code or npm settings. */
function environment(home: string): NodeJS.ProcessEnv {
  const foreign = /^(VSCODE_|npm_|CODE_SERVER|NODE_OPTIONS$|PORT$|PASSWORD$|XDG_)/;
  const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    // No extension gallery: it cannot be reached from everywhere, and each start would complain.
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '', itemUrl: '', resourceUrlTemplate: '' }),
  };
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

/** `preferred` when nobody listens there, else any free port. */
function freePort(preferred = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => (preferred === 0 ? reject(error) : resolve(freePort())));
    probe.listen(preferred, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
