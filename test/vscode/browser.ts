import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './chromium';

/** Nothing that reaches out, and WebGL in software, so that every machine gives the same picture. */
const flags = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

/** Starts a Chromium without a window. */
export async function launchBrowser(say: (line: string) => void): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(say), headless: true, args: flags });
}

/** Whether an address stays on this machine; VS Code serves webviews' files under a name that never leaves the browser. */
export function isLocal(address: URL): boolean {
  const names = /^(127\.0\.0\.1|localhost|.*\.localhost|.*\.vscode-resource\.vscode-cdn\.net)$/;
  return !/^(https?|wss?):$/.test(address.protocol) || names.test(address.hostname);
}
