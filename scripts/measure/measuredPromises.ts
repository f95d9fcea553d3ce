import { readFile, writeFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { PromiseReport } from '../../test/slow/promises/lessonPromises';
import { inRepository } from '../../test/vscode/repository';

/** Where what was measured is kept, so that measuring can be interrupted and goes on later. */
const FILE = inRepository('test', 'slow', 'promises', 'measured.json');

/** Figures are for tables: more digits say nothing. */
const DIGITS = 4;

const SeedsSchema = v.array(v.number());
const FiguresSchema = v.record(v.string(), v.record(v.string(), v.nullable(v.number())));

const MeasuredPromiseSchema = v.object({
  promise: v.string(),
  /** In ascending order. */
  holds: SeedsSchema,
  /** Why it does not hold, by the seed. */
  fails: v.record(v.string(), v.string()),
  /** Each number by its name and the seed; null for one that is not finite. */
  figures: FiguresSchema,
});

/** What is known of one promise. */
export type MeasuredPromise = v.InferOutput<typeof MeasuredPromiseSchema>;

const MeasuredLessonsSchema = v.array(
  v.object({ lesson: v.number(), promises: v.array(MeasuredPromiseSchema) }),
);

/** What is known of the promises of all lessons, in their order. */
export type MeasuredLessons = v.InferOutput<typeof MeasuredLessonsSchema>;

/** @returns nothing when nothing was measured yet */
export async function readMeasured(): Promise<MeasuredLessons> {
  try {
    return v.parse(MeasuredLessonsSchema, JSON.parse(await readFile(FILE, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return [];
    }
    throw error;
  }
}

/** One promise a line, so that a difference can be read. */
export async function writeMeasured(lessons: MeasuredLessons): Promise<void> {
  const lines = lessons.map(
    ({ lesson, promises }) =>
      `{"lesson":${lesson},"promises":[\n${promises.map((each) => JSON.stringify(each)).join(',\n')}\n]}`,
  );
  await writeFile(FILE, `[\n${lines.join(',\n')}\n]\n`);
}

/** The seeds on which a promise was looked at, in ascending order. */
export function seedsOf({ holds, fails }: MeasuredPromise): number[] {
  return [...holds, ...Object.keys(fails).map(Number)].toSorted((a, b) => a - b);
}

/** Whether all promises of a lesson are known on a seed. */
export function isMeasured(lessons: MeasuredLessons, lesson: number, seed: number): boolean {
  const found = lessons.find((each) => each.lesson === lesson);
  return found !== undefined && found.promises.every((promise) => seedsOf(promise).includes(seed));
}

/**
 * What is known after one more run.
 *
 * @param reports of all promises of the lesson on that seed; promises that it has no longer are forgotten
 */
export function withReports(
  lessons: MeasuredLessons,
  lesson: number,
  seed: number,
  reports: readonly PromiseReport[],
): MeasuredLessons {
  const before = lessons.find((each) => each.lesson === lesson)?.promises ?? [];
  const promises = reports.map((report) =>
    withReport(
      before.find(({ promise }) => promise === report.promise) ?? {
        promise: report.promise,
        holds: [],
        fails: {},
        figures: {},
      },
      seed,
      report,
    ),
  );
  return [...lessons.filter((each) => each.lesson !== lesson), { lesson, promises }].toSorted(
    (one, other) => one.lesson - other.lesson,
  );
}

function withReport(known: MeasuredPromise, seed: number, report: PromiseReport): MeasuredPromise {
  const fails = Object.fromEntries(Object.entries(known.fails).filter(([other]) => Number(other) !== seed));
  const figures = Object.fromEntries(
    Object.entries(report.figures).map(([name, value]) => [
      name,
      { ...known.figures[name], [seed]: Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : null },
    ]),
  );
  return {
    promise: known.promise,
    holds: [...known.holds.filter((other) => other !== seed), ...(report.holds ? [seed] : [])].toSorted(
      (a, b) => a - b,
    ),
    fails: report.holds ? fails : { ...fails, [seed]: report.why ?? '' },
    figures: { ...known.figures, ...figures },
  };
}
