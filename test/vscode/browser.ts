import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './chromium';

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
  /** As on a machine without a graphics processor: no WebGL, and the page is put together by the processor. */
  none: ['--disable-gpu', '--disable-software-rasterizer'],
  /** The graphics processor that there is, if any. */
  hardware: ['--ignore-gpu-blocklist', '--enable-gpu'],
};

/** Starts a Chromium without a window. */
export async function launchBrowser(
  say: (line: string) => void,
  graphics: keyof typeof graphicsFlags = 'emulated',
): Promise<Browser> {
  const args = [...quietFlags, ...graphicsFlags[graphics]];
  return chromium.launch({ executablePath: await findChromium(say), headless: true, args });
}

/** Whether an address stays on this machine; VS Code serves webviews' files under a name that never leaves the browser. */
export function isLocal(address: URL): boolean {
  const names = /^(127\.0\.0\.1|localhost|.*\.localhost|.*\.vscode-resource\.vscode-cdn\.net)$/;
  return !/^(https?|wss?):$/.test(address.protocol) || names.test(address.hostname);
}
