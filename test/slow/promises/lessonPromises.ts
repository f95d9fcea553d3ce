import { AssertionError } from 'node:assert/strict';
import { SEEDS, TIME_LIMIT_MS } from './shippedLesson';

/** The most seeds that `npm run lessons:measure` is asked for; the seed of the week is none of them. */
const MEASURED_SEEDS = 20;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** After so many weeks their seeds come again. */
const WEEKS = 1000;

/** Writes down a number that the promise is about, for the table in `docs/promises.md`. */
export type Note = (name: string, value: number) => void;

/**
 * @param check plays the promise on a seed
 * @throws AssertionError when it does not hold
 */
type Declare = (promise: string, check: (seed: number, note: Note) => Promise<void>) => void;

/** What was found of a promise on one seed, as `npm run lessons:measure` reads it from a line of the output. */
export interface PromiseReport {
  readonly promise: string;
  readonly holds: boolean;
  /** Why it does not hold. */
  readonly why?: string;
  readonly figures: Readonly<Record<string, number>>;
}

/** What a line begins with that holds a {@link PromiseReport}. */
export const REPORT_MARK = 'PROMISE ';

/** The only seed that is looked at, when promises are measured instead of tested. */
function seedToMeasure(): number | undefined {
  const seed = Number(process.env['PROMISE_SEED']);
  return Number.isInteger(seed) && seed > 0 ? seed : undefined;
}

/** A seed that nobody has chosen: another one in each week, and the same for everybody. */
function seedOfTheWeek(now: number): number {
  return MEASURED_SEEDS + 1 + (Math.floor(now / WEEK_MS) % WEEKS);
}

/**
 * Declares what a lesson promises, as tests: each promise on the seeds whose figures it quotes, where it must hold, and
 * on the seed of the week. There a promise may fail, since none holds on every seed: it is then shown as skipped, with
 * its reason. Only when more than half of a lesson's promises fail there, the lesson does.
 *
 * @param also tests of single seeds, and of what needs no run
 */
export function lessonPromises(lesson: number, declare: (promise: Declare) => void, also?: () => void): void {
  describe(`Lesson ${lesson} promises that`, function () {
    const measured = seedToMeasure();
    // Whoever measures waits as long as it takes.
    this.timeout(measured === undefined ? TIME_LIMIT_MS : 0);
    const week = seedOfTheWeek(Date.now());
    const broken: string[] = [];
    let declared = 0;

    declare((promise, check) => {
      declared += 1;
      if (measured !== undefined) {
        it(promise, () => report(promise, check, measured));
        return;
      }
      for (const seed of SEEDS) {
        it(`${promise}, with seed ${seed}`, () => check(seed, () => undefined));
      }
      it(`${promise}, with the seed of this week, ${week}`, async function () {
        try {
          await check(week, () => undefined);
        } catch (error) {
          if (!(error instanceof AssertionError)) {
            throw error;
          }
          broken.push(`${promise}: ${error.message}`);
          console.warn(`Seed ${week}, which this week brought, breaks a promise of lesson ${lesson}:`);
          console.warn(`  ${promise}: ${error.message}`);
          this.skip();
        }
      });
    });

    if (measured === undefined) {
      also?.();
    }

    after(() => {
      if (broken.length > declared / 2) {
        throw new AssertionError({
          message:
            `${broken.length} of ${declared} promises do not hold on seed ${week}, which this week brought. ` +
            `Repeat it: npm run lessons:measure -- --seeds ${week} --only ${lesson}\n  ${broken.join('\n  ')}`,
        });
      }
    });
  });
}

/** Prints what came of a promise on one seed, whatever it was. */
async function report(promise: string, check: Parameters<Declare>[1], seed: number): Promise<void> {
  const figures: Record<string, number> = {};
  let why: string | undefined;
  try {
    await check(seed, (name, value) => {
      figures[name] = value;
    });
  } catch (error) {
    if (!(error instanceof AssertionError)) {
      throw error;
    }
    why = error.message;
  }
  const found: PromiseReport = {
    promise,
    holds: why === undefined,
    ...(why !== undefined && { why }),
    figures,
  };
  console.log(REPORT_MARK + JSON.stringify(found));
}
