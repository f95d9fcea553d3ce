import { isQualityRound } from '../../../src/shared/domain/measures';

/** The last values are all kept: the diagnosis looks at 50 rounds in a row. */
const RECENT = 64;
/** Older values that are kept; more than a chart has pixels for. */
const MOST_OLDER = 448;

/** The most values that a series holds. */
export const MOST_VALUES = RECENT + MOST_OLDER;

interface Value {
  readonly round: number;
}

/**
 * What was measured in the rounds of a run, in their order. The last values are complete; of the older ones that one goes
 * whose neighbours are nearest to each other, so that those that are left lie evenly over the run and their number stays
 * bounded however long it becomes. The rounds in which quality is measured, too, go last: goals compare the two. The
 * very first is always kept.
 */
export class Series<T extends Value> {
  private kept: T[];

  constructor(values: readonly T[] = []) {
    this.kept = [...values];
  }

  get values(): readonly T[] {
    return this.kept;
  }

  /** Adds the value of a later round, or puts it in the place of the last one of the same round. */
  add(value: T): void {
    if (this.kept.at(-1)?.round === value.round) {
      this.kept.pop();
    }
    this.kept.push(value);
    if (this.kept.length > MOST_VALUES) {
      this.thin();
    }
  }

  /** The last value up to a round. */
  latestAt(round: number): T | undefined {
    return this.kept.findLast((value) => value.round <= round);
  }

  /** Forgets what comes after a round. */
  dropAfter(round: number): void {
    this.kept = this.kept.filter((value) => value.round <= round);
  }

  private thin(): void {
    const ordinary = this.indexOfLeastGap((round) => !isQualityRound(round));
    this.kept.splice(ordinary ?? this.indexOfLeastGap(() => true) ?? 1, 1);
  }

  /** Of the older values that may go, the one whose neighbours are nearest to each other. */
  private indexOfLeastGap(mayGo: (round: number) => boolean): number | undefined {
    let least: number | undefined;
    let leastGap = Infinity;
    for (let index = 1; index < this.kept.length - RECENT; index++) {
      const gap = (this.kept[index + 1]?.round ?? 0) - (this.kept[index - 1]?.round ?? 0);
      if (gap < leastGap && mayGo(this.kept[index]?.round ?? 0)) {
        least = index;
        leastGap = gap;
      }
    }
    return least;
  }
}
