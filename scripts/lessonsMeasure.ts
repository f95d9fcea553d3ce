// Plays what the lessons promise on seeds that nobody chose, and writes docs/promises.md:
//   npm run lessons:measure -- [--seeds 1-20] [--only 4,7] [--jobs 2] [--again]
// It goes on where it was interrupted: what is known is in test/slow/promises/measured.json. After a change of the recipe
// or the engine, --again measures everything anew. 20 seeds of all lessons take about three hours of processor time.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { numbersIn } from '../src/shared/domain/sweeps/numberList';
import { REPORT_MARK, type PromiseReport } from '../test/slow/promises/lessonPromises';
import { inRepository, repository } from '../test/vscode/repository';
import { build } from './build';
import { isMeasured, readMeasured, withReports, writeMeasured } from './measure/measuredPromises';
import { DOCUMENT, promisesDocument } from './measure/promisesDocument';

/** The tests as they are now: whoever builds again meanwhile shall not pull them away. */
const FROZEN = inRepository('out', `promises-${process.pid}`);

/** More seeds than anybody has time for. */
const MOST_NUMBERS = 10_000;

const ReportSchema = v.object({
  promise: v.string(),
  holds: v.boolean(),
  why: v.optional(v.string()),
  figures: v.record(v.string(), v.fallback(v.number(), Number.NaN)),
});

interface Job {
  readonly lesson: number;
  readonly seed: number;
  /** The bundled tests of the lesson. */
  readonly file: string;
}

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1-20' },
    only: { type: 'string' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    again: { type: 'boolean', default: false },
  },
});
const seeds = numbersOf(values.seeds);
const only = values.only === undefined ? undefined : numbersOf(values.only);

await build('--tests');
await cp(inRepository('out', 'slow'), FROZEN, { recursive: true });
let known = await readMeasured();
try {
  const jobs = (await allJobs()).filter(
    ({ lesson, seed }) => values.again || !isMeasured(known, lesson, seed),
  );
  console.log(`${jobs.length} runs of a lesson's promises are to be made`);
  await Promise.all(Array.from({ length: Math.max(1, Number(values.jobs)) }, () => work(jobs)));
  await writeFile(DOCUMENT, promisesDocument(known));
} finally {
  await rm(FROZEN, { recursive: true, force: true });
}

/** Seed by seed, so that an interrupted measurement has all lessons on some seeds. */
async function allJobs(): Promise<Job[]> {
  const names = (await readdir(`${FROZEN}/promises`)).filter(
    (name) => name.endsWith('.test.mjs') && declaresPromises(name.replace('.mjs', '.ts')),
  );
  const lessons = names.map((name) => ({
    lesson: Number.parseInt(name, 10),
    file: `${FROZEN}/promises/${name}`,
  }));
  const chosen = only?.flatMap((lesson) => lessons.filter((each) => each.lesson === lesson)) ?? lessons;
  return seeds.flatMap((seed) => chosen.map((lesson) => ({ ...lesson, seed })));
}

/** Whether a test plays promises on any seed, and not only on seeds of its own. */
function declaresPromises(name: string): boolean {
  return readFileSync(inRepository('test', 'slow', 'promises', name), 'utf8').includes('lessonPromises(');
}

/** Takes jobs until there are none left. */
async function work(jobs: Job[]): Promise<void> {
  for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
    const began = performance.now();
    const reports = await play(job);
    known = withReports(known, job.lesson, job.seed, reports);
    await writeMeasured(known);
    const broken = reports.filter(({ holds }) => !holds);
    console.log(
      `lesson ${job.lesson}, seed ${job.seed}: ${reports.length - broken.length} of ${reports.length} hold, ` +
        `${((performance.now() - began) / 1000).toFixed(0)} s${broken.map(({ promise, why }) => `\n  not: ${promise} (${why})`).join('')}`,
    );
  }
}

/** @throws when a test ended with something else than an answer */
async function play({ file, lesson, seed }: Job): Promise<PromiseReport[]> {
  const reports: PromiseReport[] = [];
  const output: string[] = [];
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', 'node_modules/mocha/bin/mocha.js', '--timeout=0', file],
    {
      cwd: repository,
      env: { ...process.env, PROMISE_SEED: String(seed) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  for await (const line of createInterface({ input: child.stdout })) {
    output.push(line);
    if (line.startsWith(REPORT_MARK)) {
      const { why, ...report } = v.parse(ReportSchema, JSON.parse(line.slice(REPORT_MARK.length)));
      reports.push({ ...report, ...(why !== undefined && { why }) });
    }
  }
  if ((await closed) !== 0) {
    throw new Error(`The promises of lesson ${lesson} could not be played:\n${output.join('\n')}`);
  }
  return reports;
}

/** @throws when it is no list of numbers */
function numbersOf(text: string): number[] {
  const numbers = numbersIn(text, MOST_NUMBERS);
  if (numbers === undefined) {
    throw new Error(`"${text}" is no list of numbers, such as 1-20 or 4,7.`);
  }
  return numbers;
}
