import assert from 'node:assert/strict';

/** How many inputs each fuzzer makes. */
export const COUNT = 10_000;

/** Milliseconds of processor time that one input may take. */
const MOST_MS = 500;

/** VS Code's extension host records so many lines of a stack. */
const FRAMES_IN_HOST = 100;

/** A linear congruential generator (Numerical Recipes), so that a failure can be repeated. */
export class FixedRandom {
  constructor(private state: number) {}

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * limit);
  }

  of<T>(values: readonly [T, ...T[]]): T {
    return values[this.below(values.length)] ?? values[0];
  }
}

/**
 * Lets errors cost in a suite what they cost in VS Code. Mocha records stacks of any depth, which takes ten times as long
 * as to read what is wrong in deeply nested YAML.
 */
export function withStacksOfHost(): void {
  const limit = Error.stackTraceLimit;
  before(() => {
    Error.stackTraceLimit = FRAMES_IN_HOST;
  });
  after(() => {
    Error.stackTraceLimit = limit;
  });
}

/** Measures the processor time of each input, and says in the end what the slowest took. */
export class Stopwatch {
  private slowest = 0;

  /** @param describe shown when it takes too long */
  run<T>(work: () => T, describe: () => string): T {
    const began = process.cpuUsage();
    const result = work();
    this.stop(began, describe);
    return result;
  }

  async wait<T>(work: () => Promise<T>, describe: () => string): Promise<T> {
    const began = process.cpuUsage();
    const result = await work();
    this.stop(began, describe);
    return result;
  }

  report(accepted: number): void {
    console.log(
      `      the slowest of ${COUNT} took ${this.slowest.toFixed(0)} ms; ${accepted} were accepted`,
    );
  }

  private stop(began: NodeJS.CpuUsage, describe: () => string): void {
    const { user, system } = process.cpuUsage(began);
    const ms = (user + system) / 1000;
    this.slowest = Math.max(this.slowest, ms);
    assert.ok(ms < MOST_MS, `${ms.toFixed(0)} ms: ${describe().slice(0, 2000)}`);
  }
}

/** A text with a piece left out, said twice, of another character, or with something nasty in it up to 2000 times. */
function mutatedText(text: string, random: FixedRandom, nasty: readonly [string, ...string[]]): string {
  const at = random.below(text.length);
  const to = Math.min(text.length, at + random.below(400));
  switch (random.below(4)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1:
      return text.slice(0, to) + text.slice(at);
    case 2:
      return text.slice(0, at) + String.fromCharCode(random.below(0x10000)) + text.slice(at + 1);
    default:
      return text.slice(0, at) + random.of(nasty).repeat(1 + random.below(2000)) + text.slice(at);
  }
}

/** Changes a text one to four times. */
export function mutatedOften(
  text: string,
  random: FixedRandom,
  nasty: readonly [string, ...string[]],
): string {
  let changed = text;
  for (let changes = 1 + random.below(4); changes > 0; changes -= 1) {
    changed = mutatedText(changed, random, nasty);
  }
  return changed;
}

/** What stands where a schema expects something else, or more or less of it. */
const NASTY_VALUES = [
  undefined,
  null,
  true,
  NaN,
  Infinity,
  -Infinity,
  -1,
  0,
  0.5,
  1e9,
  1e300,
  -1e300,
  Number.MAX_SAFE_INTEGER,
  '',
  'constructor',
  '__proto__',
  'x'.repeat(10_000),
  [],
  {},
  Array.from({ length: 1000 }, () => 1e12),
] as const satisfies readonly [unknown, ...unknown[]];

/** A copy of plain data in which one value is another, is missing or is there twice. */
export function mutatedValue(value: unknown, random: FixedRandom): unknown {
  if (Array.isArray(value) && value.length > 0 && random.below(8) > 0) {
    const items: readonly unknown[] = value;
    const at = random.below(items.length);
    switch (random.below(6)) {
      case 0:
        return items.filter((_, index) => index !== at);
      case 1:
        return [...items, items[at]];
      default:
        return items.map((item, index) => (index === at ? mutatedValue(item, random) : item));
    }
  }
  if (isPlain(value) && random.below(8) > 0) {
    const entries = Object.entries(value);
    const at = random.below(Math.max(1, entries.length));
    return Object.fromEntries(
      random.below(8) === 0
        ? entries.filter((_, index) => index !== at)
        : entries.map(([name, part], index) => [name, index === at ? mutatedValue(part, random) : part]),
    );
  }
  return typeof value === 'number' && random.below(2) === 0
    ? value * random.of([-1, 0, 0.5, 2, 1000, 1e12])
    : random.of<unknown>(NASTY_VALUES);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Whether every number in plain data is finite; typed arrays are left to those who read them. */
export function isFiniteThroughout(value: unknown): boolean {
  if (typeof value === 'number') {
    return Number.isFinite(value);
  }
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)
    ? Object.values(value).every(isFiniteThroughout)
    : true;
}
