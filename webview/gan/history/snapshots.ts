import { TENSOR_GROUPS } from '../../../src/shared/domain/networkTensors';
import type { Checkpoint } from '../checkpoint/checkpoint';

/** A run between two rounds, in memory. Its batches are not kept: the last round is run again to see it. */
export type Snapshot = Omit<Checkpoint, 'batches' | 'changes' | 'past'>;

/**
 * The most memory that kept rounds take, in bytes: 64 MiB. A round of the default pair takes 0.77 MB, so 87 of them are
 * kept before the bound holds, and of smaller pairs at most {@link MOST_SNAPSHOTS}. A browser tab has ten times as much.
 */
const HISTORY_BYTES = 64 * 2 ** 20;
/** More kept rounds than this would not bring a round back noticeably sooner. */
export const MOST_SNAPSHOTS = 128;
/** Rounds from one snapshot to the next at first: on the slowest backend that is of use, a second of training. */
const FIRST_INTERVAL = 8;

/** Bytes of the numbers in a snapshot; the pictures of samples over time are shared by all snapshots and not counted here. */
export function snapshotBytes({ gan }: Snapshot): number {
  return TENSOR_GROUPS.flatMap((group) => gan.values[group]).reduce(
    (sum, { byteLength }) => sum + byteLength,
    0,
  );
}

/**
 * Snapshots of some of a run's rounds: of the first that was seen, and of every n-th. When they take too much memory,
 * every second is dropped and n doubles; so there are never more than n - 1 rounds to run again to reach any other. Which
 * rounds are kept depends on nothing but their numbers and their size.
 */
export class Snapshots {
  private kept: Snapshot[] = [];
  private interval = FIRST_INTERVAL;
  private size = 0;

  /** @param mostBytes the bound; the first snapshot stays even if it is larger than that */
  constructor(private readonly mostBytes = HISTORY_BYTES) {}

  /** Of all snapshots together. */
  get bytes(): number {
    return this.size;
  }

  /** Rounds of the snapshots, ascending. */
  get rounds(): number[] {
    return this.kept.map(({ gan }) => gan.completeRounds);
  }

  /** Whether a snapshot of this round should be taken, which costs reading all weights back. */
  wants(round: number): boolean {
    return (this.kept.length === 0 || round % this.interval === 0) && !this.rounds.includes(round);
  }

  add(snapshot: Snapshot): void {
    this.kept.push(snapshot);
    this.kept.sort((one, other) => one.gan.completeRounds - other.gan.completeRounds);
    this.size += snapshotBytes(snapshot);
    while (this.kept.length > 1 && (this.kept.length > MOST_SNAPSHOTS || this.size > this.mostBytes)) {
      this.interval *= 2;
      this.keepOnly(({ gan }, index) => index === 0 || gan.completeRounds % this.interval === 0);
    }
  }

  /** The latest snapshot of a round before this one, or of this one when it is the first of all. */
  before(round: number): Snapshot | undefined {
    return this.kept.findLast(({ gan }) => gan.completeRounds < round) ?? this.at(round);
  }

  /** Forgets the snapshots after a round. */
  dropAfter(round: number): void {
    this.keepOnly(({ gan }) => gan.completeRounds <= round);
  }

  private at(round: number): Snapshot | undefined {
    return this.kept.find(({ gan }) => gan.completeRounds === round);
  }

  private keepOnly(holds: (snapshot: Snapshot, index: number) => boolean): void {
    this.kept = this.kept.filter(holds);
    this.size = this.kept.reduce((sum, snapshot) => sum + snapshotBytes(snapshot), 0);
  }
}
