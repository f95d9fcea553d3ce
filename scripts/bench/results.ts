/** What the bench measures: name of the figure and value. */
export type Figures = Readonly<Record<string, number>>;

/** What a figure has to be. Times are told and never judged, because machines differ. */
interface Bar {
  readonly kind: 'count' | 'time' | 'quality';
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** The bars of each figure that has one; times on two cores without a graphics processor. */
export const BARS: Readonly<Record<string, Bar>> = {
  'portraits.cpu.roundsPerSecond': { kind: 'time', atLeast: 75 },
  'portraits.live.roundsPerSecond': { kind: 'time', atLeast: 60 },
  'portraits.live.framesPerSecond': { kind: 'time', atLeast: 50 },
  'portraits.live.longestTaskMs': { kind: 'time', atMost: 50 },
  'portraits.live.longestTaskOnProcessorMs': { kind: 'time', atMost: 50 },
  'points.cpu.roundsPerSecond': { kind: 'time', atLeast: 1200 },
  'points.live.roundsPerSecond': { kind: 'time', atLeast: 200 },
  'points.live.framesPerSecond': { kind: 'time', atLeast: 30 },
  'points.live.longestTaskMs': { kind: 'time', atMost: 50 },
  'points.live.longestTaskOnProcessorMs': { kind: 'time', atMost: 50 },
  'sweep.twoWorkersTimesOne': { kind: 'time', atLeast: 1.8 },
  'sweep.framesPerSecond': { kind: 'time', atLeast: 50 },
  firstRoundMs: { kind: 'time', atMost: 1000 },
  switchDataMs: { kind: 'time', atMost: 500 },
  'leak.tensorsPer100Rebuilds': { kind: 'count', atMost: 0 },
  'leak.bytesPer10000Rounds': { kind: 'count', atMost: 0 },
  scriptBytes: { kind: 'count', atMost: 1_000_000 },
  'vsix.bytes': { kind: 'count', atMost: 4 * 1024 * 1024 },
  'fid.portraits.round200': { kind: 'quality', atMost: 0.2 },
  'fid.portraits.round800': { kind: 'quality', atMost: 0.08 },
  'modes.portraits.round800.least': { kind: 'quality', atLeast: 5 },
};

/** A figure that misses its bar. */
interface Miss {
  readonly name: string;
  /** In words: "fid.portraits.round800 is 0.09, at most 0.08". */
  readonly text: string;
  /** Whether the same figure comes out on every machine. */
  readonly onEveryMachine: boolean;
}

/** All figures that miss their bars; those that were not measured miss nothing. */
export function misses(figures: Figures): Miss[] {
  return Object.entries(BARS).flatMap(([name, { kind, atLeast = -Infinity, atMost = Infinity }]) => {
    const value = figures[name];
    if (value === undefined || (value >= atLeast && value <= atMost)) {
      return [];
    }
    const bar = value < atLeast ? `at least ${atLeast}` : `at most ${atMost}`;
    return [{ name, text: `${name} is ${value}, ${bar} is asked for`, onEveryMachine: kind !== 'time' }];
  });
}

/** How many times the earlier figure each later one is, where both are known and the earlier is not 0. */
export function ratios(later: Figures, earlier: Figures): Figures {
  return Object.fromEntries(
    Object.entries(later).flatMap(([name, value]) => {
      const before = earlier[name];
      return before === undefined || before === 0 ? [] : [[name, rounded(value / before)]];
    }),
  );
}

/** The middle of some values; of an even number, the upper of the two middle ones. @param values at least one */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** To four significant digits; whole numbers stay as they are. */
export function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(4));
}
