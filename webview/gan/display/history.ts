import type { Quality, RoundMetrics } from '../../../src/shared/wire/run';

/** Rounds that the recent accuracy looks back on. */
const RECENT_ROUNDS = 5;
/** Rounds between measurements, up to the round at which a run is usually recognisable, and later. */
const EARLY_INTERVAL = 20;
const EARLY_ROUNDS = 200;
const LATE_INTERVAL = 50;
/** A first look, so that the chart has a line soon. */
const FIRST_LOOK = 10;

/**
 * Whether quality is measured when this many rounds are complete. A measurement costs as much as two rounds, so not
 * always; and it is never a matter of time, so that the charts of equal runs are equal.
 */
export function isQualityRound(round: number): boolean {
  return round === FIRST_LOOK || round % (round <= EARLY_ROUNDS ? EARLY_INTERVAL : LATE_INTERVAL) === 0;
}

/** What a run remembers of its rounds, beside its film. */
export interface HistoryState {
  /** Of the last complete rounds, the latest last. */
  readonly recent: readonly RoundMetrics[];
  readonly quality?: Quality | undefined;
  readonly initialQuality?: Quality | undefined;
}

/** The measurements of a run. */
export class History {
  private recent: readonly RoundMetrics[];
  private lastQuality: Quality | undefined;
  private firstQuality: Quality | undefined;

  constructor(state: HistoryState = { recent: [] }) {
    this.recent = state.recent;
    this.lastQuality = state.quality;
    this.firstQuality = state.initialQuality;
  }

  addRound(metrics: RoundMetrics): void {
    this.recent = [...this.recent, metrics].slice(-RECENT_ROUNDS);
  }

  addQuality(quality: Quality): void {
    this.lastQuality = quality;
    this.firstQuality ??= quality;
  }

  /** Of the last complete round. */
  get metrics(): RoundMetrics | undefined {
    return this.recent.at(-1);
  }

  get quality(): Quality | undefined {
    return this.lastQuality;
  }

  /** The first that was measured, which is that of round 0. */
  get initialQuality(): Quality | undefined {
    return this.firstQuality;
  }

  /** Share of all samples that were judged right over the last rounds. */
  get recentAccuracy(): number | undefined {
    if (this.recent.length === 0) {
      return undefined;
    }
    const right = this.recent.map(
      ({ accuracyOnReal, accuracyOnFake }) => (accuracyOnReal + accuracyOnFake) / 2,
    );
    return right.reduce((sum, share) => sum + share, 0) / right.length;
  }

  state(): HistoryState {
    return { recent: this.recent, quality: this.lastQuality, initialQuality: this.firstQuality };
  }
}
