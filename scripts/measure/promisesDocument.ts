import { inRepository } from '../../test/vscode/repository';
import { seedsOf, type MeasuredLessons, type MeasuredPromise } from './measuredPromises';

/** What is written for people. */
export const DOCUMENT = inRepository('docs', 'promises.md');

const HEAD = `# What the lessons promise, and on how many seeds it holds

Written by \`npm run lessons:measure\`. A promise is what a lesson says of its runs in general: its test in \`test/slow/promises\` plays it with the lesson's own experiments, buttons and goals, on the CPU backend. Numbers that a lesson quotes of single seeds are in those tests, too, but not here.

Lessons and seeds that are not here have not been measured yet; the tests look at seeds 1 to 3. The seeds were not chosen. Where one breaks a promise, the lesson says so or promises less; goals and cures are to hold on at least nine of ten. The figures are the least, the median and the most.
`;

/** The whole document. */
export function promisesDocument(lessons: MeasuredLessons): string {
  return [HEAD, ...lessons.map(({ lesson, promises }) => section(lesson, promises))].join('\n');
}

function section(lesson: number, promises: readonly MeasuredPromise[]): string {
  const rows = promises.map((promise) => {
    const seeds = seedsOf(promise);
    const broken = Object.keys(promise.fails);
    return `| ${cell(promise.promise)} | ${promise.holds.length} of ${seeds.length} | ${broken.join(', ')} | ${figuresOf(promise)} |`;
  });
  const seeds = [...new Set(promises.flatMap(seedsOf))].toSorted((a, b) => a - b);
  return [
    `## Lesson ${lesson}`,
    '',
    `${seeds.length === 1 ? 'Seed' : 'Seeds'} ${ranges(seeds)}.`,
    '',
    '| promise | holds on | not on | figures |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function figuresOf({ figures }: MeasuredPromise): string {
  return Object.entries(figures)
    .map(([name, bySeed]) => {
      const values = Object.values(bySeed)
        .map((value) => value ?? Infinity)
        .toSorted((a, b) => a - b);
      const [least = NaN, middle = NaN, most = NaN] = [
        values[0],
        values[Math.floor(values.length / 2)],
        values.at(-1),
      ];
      const told = values.length === 1 ? [middle] : [least, middle, most];
      return `${cell(name)}: ${told.map(shown).join(', ')}`;
    })
    .join('<br>');
}

function shown(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : 'never';
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** 1, 2, 3 and 7 as "1 to 3, 7". */
function ranges(seeds: readonly number[]): string {
  const found: [number, number][] = [];
  for (const seed of seeds) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === seed - 1) {
      last[1] = seed;
    } else {
      found.push([seed, seed]);
    }
  }
  return found.map(([first, last]) => (first === last ? `${first}` : `${first} to ${last}`)).join(', ');
}
