import { existsSync } from 'node:fs';
import path from 'node:path';
import { findOnPath, runQuietly } from './processes';

const namesOnPath = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

/** Where installers put Chromium and its kin when they do not put it on the PATH. */
function usualPlaces(): string[] {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    case 'win32':
      return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) => {
        const folder = process.env[variable];
        return folder === undefined
          ? []
          : [
              path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
              path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
            ];
      });
    default:
      return [];
  }
}

/**
 * Finds a Chromium: the one that CHROMIUM or CHROME_PATH names, one under its usual names, or, as root on Debian,
 * the distribution's own, which is then installed.
 *
 * @param say shows a line of progress
 * @returns the executable's path
 * @throws an error that says what to do when there is none
 */
export async function findChromium(say: (line: string) => void): Promise<string> {
  for (const variable of ['CHROMIUM', 'CHROME_PATH']) {
    const named = process.env[variable];
    if (named !== undefined && named !== '') {
      if (!existsSync(named)) {
        throw new Error(`${variable} names ${named}, where no file is.`);
      }
      return named;
    }
  }
  const found = installedChromium();
  if (found !== undefined) {
    return found;
  }
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (mayInstall) {
    say('Installing Chromium with apt-get (once) ...');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runQuietly('apt-get', ['update'], { env });
    await runQuietly('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
    const installed = installedChromium();
    if (installed !== undefined) {
      return installed;
    }
  }
  throw new Error(
    'No Chromium, Chrome or Edge was found: install one (on Debian or Ubuntu: `sudo apt-get install chromium`), ' +
      'or set CHROMIUM to the path of its executable.',
  );
}

function installedChromium(): string | undefined {
  for (const name of namesOnPath) {
    const file = findOnPath(name);
    if (file !== undefined) {
      return file;
    }
  }
  return usualPlaces().find((file) => existsSync(file));
}
