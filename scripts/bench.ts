// Measures the product: speed, start, leaks, sizes, quality. Prints one JSON object; progress goes to stderr.
//   npm run bench -- [--short] [--only PART ...] [--compare FILE] [--no-build]
//
//   --short          only what comes out the same on every machine, in a few seconds: leaks and sizes
//   --only PART      only this part, and the others that are named so: sizes, leaks, quality, worker, webgl, live, sweep
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
import { exitOnInterrupt } from '../test/vscode/processes';
import { repository } from '../test/vscode/repository';
import { isPart, PARTS, SHORT_PARTS } from './bench/parts';
import { misses, ratios, type Figures } from './bench/results';

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    compare: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  },
});

/** What this prints; other entries, as the notes, are passed over. */
const ResultSchema = v.record(v.string(), v.unknown());

exitOnInterrupt();
const unknown = options.only.filter((name) => !isPart(name));
if (unknown.length > 0) {
  console.error(`There is no part "${unknown.join('", "')}"; there are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}
const chosen = options.only.length > 0 ? options.only.filter(isPart) : Object.keys(PARTS).filter(isPart);
const say = (line: string): void => console.error(line);
const earlier = options.compare === undefined ? undefined : await readFigures(options.compare);
if (!options['no-build']) {
  await packageQuietly();
}
const notes = [
  `${os.cpus().length} processors, ${os.cpus()[0]?.model ?? 'unknown'}; load ${os.loadavg()[0]?.toFixed(1)}; Node ${process.version}`,
];
let figures: Figures = {};
for (const part of options.short ? SHORT_PARTS : chosen) {
  const measured = await PARTS[part]({ short: options.short, say, note: (line) => notes.push(line) });
  figures = { ...figures, ...measured };
}
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

/** The figures of an earlier result. */
async function readFigures(file: string): Promise<Figures> {
  const result = v.parse(ResultSchema, JSON.parse(await readFile(file, 'utf8')));
  return Object.fromEntries(
    Object.entries(result).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
  );
}
