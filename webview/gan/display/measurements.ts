import type { Quality, RoundMetrics } from '../../../src/shared/domain/measures';

/** Rounds that the recent accuracy looks back on. */
const RECENT_ROUNDS = 5;
/** What a run remembers of its rounds, beside its samples over time. */
export interface MeasurementsState {
  /** Of the last complete rounds, the latest last. */
  readonly recent: readonly RoundMetrics[];
  readonly quality?: Quality | undefined;
  readonly initialQuality?: Quality | undefined;
}

/** The measurements of a run. */
export class Measurements {
  private recent: readonly RoundMetrics[];
  private lastQuality: Quality | undefined;
  private firstQuality: Quality | undefined;

  constructor(state: MeasurementsState = { recent: [] }) {
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

  state(): MeasurementsState {
    return { recent: this.recent, quality: this.lastQuality, initialQuality: this.firstQuality };
  }
}
