import * as v from 'valibot';
import type { PageMemory } from '../../ui/pageMemory';
import { CountSchema, ShareSchema } from '../../../src/shared/domain/numbers';

const NAME = 'games';
/** More hands and more rounds than anybody plays in a lesson; the oldest go first. */
const MOST_KEPT = 200;

/** The results of the games on one kind of data, in one lesson. */
const RecordSchema = v.object({
  /** Hands of the inspector's game. */
  hands: v.array(v.object({ round: CountSchema, total: CountSchema, yours: CountSchema, his: CountSchema })),
  /** The best score of a forgery by the inspector of each round. */
  bests: v.array(v.object({ round: CountSchema, score: ShareSchema })),
});

export type GameRecord = v.InferOutput<typeof RecordSchema>;
type Hand = GameRecord['hands'][number];

const RecordsSchema = v.record(v.string(), RecordSchema);

const NOTHING: GameRecord = { hands: [], bests: [] };

/** Keeps the results of games, by lesson and data, as long as VS Code keeps the page's state. */
export class GameRecords {
  constructor(private readonly memory: PageMemory) {}

  /** @param key the lesson and its data */
  of(key: string): GameRecord {
    return this.all()[key] ?? NOTHING;
  }

  /** A hand was played to its end. */
  addHand(key: string, hand: Hand): void {
    const record = this.of(key);
    this.keep(key, { ...record, hands: [...record.hands, hand].slice(-MOST_KEPT) });
  }

  /**
   * A forgery was scored by the inspector of a round.
   *
   * @returns whether no forgery before was scored better by him
   */
  addScore(key: string, round: number, score: number): boolean {
    const record = this.of(key);
    const best = record.bests.find((other) => other.round === round);
    if (best !== undefined && best.score >= score) {
      return false;
    }
    const others = record.bests.filter((other) => other !== best);
    this.keep(key, { ...record, bests: [...others, { round, score }].slice(-MOST_KEPT) });
    return true;
  }

  private all(): Readonly<Record<string, GameRecord>> {
    const parsed = v.safeParse(RecordsSchema, this.memory.read(NAME));
    return parsed.success ? parsed.output : {};
  }

  private keep(key: string, record: GameRecord): void {
    this.memory.write(NAME, { ...this.all(), [key]: record });
  }
}

/** The best score by the inspector of a round, if there is one. */
export function bestAt({ bests }: GameRecord, round: number): number | undefined {
  return bests.find((best) => best.round === round)?.score;
}

/** How often each was right in a round, over all hands that were played of it. */
export interface RoundScore {
  readonly round: number;
  readonly total: number;
  /** Shares from 0 to 1. */
  readonly yours: number;
  readonly his: number;
}

/** One entry for each round of which hands were played, ascending. */
export function scoresByRound({ hands }: GameRecord): RoundScore[] {
  const rounds = [...new Set(hands.map(({ round }) => round))].toSorted((a, b) => a - b);
  return rounds.map((round) => {
    const played = hands.filter((hand) => hand.round === round);
    const sum = (of: (hand: Hand) => number): number => played.reduce((total, hand) => total + of(hand), 0);
    const total = sum((hand) => hand.total);
    return {
      round,
      total,
      yours: sum((hand) => hand.yours) / total,
      his: sum((hand) => hand.his) / total,
    };
  });
}
