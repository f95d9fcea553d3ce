// Measures the product: speed, start, leaks, sizes, quality. Prints one JSON object; progress goes to stderr.
//   npm run bench -- [--short] [--compare FILE] [--no-build]
//
//   --short          only what comes out the same on every machine and takes a minute: leaks and sizes
//   --compare FILE   adds the ratios to an earlier result
//   --no-build       takes dist/ and gan-lessons.vsix as they are
//
// Fails when a figure that does not depend on the machine misses its bar. Bars of times are told and not judged.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { launchBrowser } from '../test/vscode/browser';
import { exitOnInterrupt } from '../test/vscode/processes';
import { repository } from '../test/vscode/repository';
import { serverRunsHere } from '../test/vscode/serverInstallation';
import { measureLeaks } from './bench/leaks';
import { measureLive } from './bench/live';
import { measureQuality } from './bench/quality';
import { misses, ratios, type Figures } from './bench/results';
import { measureSizes } from './bench/sizes';
import { measureWorker } from './bench/worker';

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    compare: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  },
});

/** What this prints; other entries, as the notes, are passed over. */
const ResultSchema = v.record(v.string(), v.unknown());

exitOnInterrupt();
const say = (line: string) => console.error(line);
const earlier = options.compare === undefined ? undefined : await readFigures(options.compare);
if (!options['no-build']) {
  await packageQuietly();
}
const notes = [
  `${os.cpus().length} processors, ${os.cpus()[0]?.model ?? 'unknown'}; Node ${process.version}`,
];
const figures: Figures = {
  ...(await measureSizes()),
  ...(await measureLeaks()),
  ...(options.short ? {} : await measureAllElse()),
};
console.log(
  JSON.stringify({ ...figures, ...(earlier && { ratios: ratios(figures, earlier) }), notes }, undefined, 2),
);
const missed = misses(figures);
for (const { text } of missed) {
  say(text);
}
process.exit(missed.some(({ onEveryMachine }) => onEveryMachine) ? 1 : 0);

/** Packages the extension; what the packager says goes to stderr, too. */
async function packageQuietly(): Promise<void> {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'package'], {
    cwd: repository,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  const [code] = await once(child, 'close');
  if (code !== 0) {
    throw new Error('The extension could not be packaged.');
  }
}

async function measureAllElse(): Promise<Figures> {
  const quality = await measureQuality(say);
  const browser = await launchBrowser(say);
  try {
    notes.push(`Chromium ${browser.version()}, without hardware WebGL unless portraits.webgl is there`);
    notes.push('PyTorch is not compared with: it is no part of the tests.');
    const worker = await measureWorker(browser, say);
    if (!serverRunsHere) {
      notes.push('The VS Code server does not run here, so nothing live is measured.');
      return { ...quality, ...worker };
    }
    return { ...quality, ...worker, ...(await measureLive(say)) };
  } finally {
    await browser.close();
  }
}

/** The figures of an earlier result. */
async function readFigures(file: string): Promise<Figures> {
  const result = v.parse(ResultSchema, JSON.parse(await readFile(file, 'utf8')));
  return Object.fromEntries(
    Object.entries(result).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
  );
}
