import { chromium, type Browser } from 'playwright-core';
import { firefox } from 'playwright-core-firefox';
import { findChromium } from './chromium';
import { findOnPath } from './processes';

/** Nothing that reaches out. */
const quietFlags = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const graphicsFlags = {
  /** WebGL in software, so that every machine gives the same picture. The page itself is put together by it, too: slowly. */
  emulated: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
  /** As on a machine without a graphics processor: no WebGL, and the page is put together by the processor, several times as fast. */
  none: ['--disable-gpu', '--disable-software-rasterizer'],
  /** The graphics processor that there is, if any. */
  hardware: ['--ignore-gpu-blocklist', '--enable-gpu'],
};

/** Whether the tests drive Firefox instead of Chromium: the lane `npm run test:firefox` sets it. */
const inFirefox = process.env['GAN_TEST_BROWSER'] === 'firefox';

/** Installs the browser that {@link launchBrowser} starts, where it can and there is none. */
export async function installBrowser(say: (line: string) => void): Promise<void> {
  if (!inFirefox) {
    await findChromium(say);
  }
}

/** Starts a Chromium without a window; in the lane of Firefox, that. */
export async function launchBrowser(
  say: (line: string) => void,
  graphics: keyof typeof graphicsFlags = 'emulated',
): Promise<Browser> {
  if (inFirefox) {
    return launchFirefox();
  }
  const args = [...quietFlags, ...graphicsFlags[graphics]];
  return chromium.launch({ executablePath: await findChromium(say), headless: true, args });
}

/**
 * Starts the Firefox that is installed, through WebDriver BiDi.
 *
 * @throws an error that says what to do when there is none
 */
async function launchFirefox(): Promise<Browser> {
  const executablePath = findOnPath('firefox') ?? findOnPath('firefox-esr');
  if (executablePath === undefined) {
    throw new Error('Firefox is not installed. On Debian: apt-get install firefox-esr.');
  }
  return firefox.launch({ channel: 'moz-firefox', executablePath, headless: true });
}

/** Whether an address stays on this machine; VS Code serves webviews' files under a name that never leaves the browser. */
export function isLocal(address: URL): boolean {
  const names = /^(127\.0\.0\.1|localhost|.*\.localhost|.*\.vscode-resource\.vscode-cdn\.net)$/;
  return !/^(https?|wss?):$/.test(address.protocol) || names.test(address.hostname);
}
