import { DEALT_CARDS, type Dealt, type Judged } from '../../../src/shared/wire/games';
import { PHASES, type Phase } from '../../../src/shared/domain/phases';
import { sampleLength, type Collection } from '../datasets';
import { toPictures } from '../display/pictures';
import { PlaneComparison } from '../plane/comparison';
import { extentOf } from '../plane/extent';
import { read } from '../plane/tensors';
import { Random } from '../random';
import type { Gan } from '../training/gan';
import { Round } from '../training/round';
import type { GameSource } from './gameSource';
import { cellSize, type Grid } from '../metrics/grid';

/** The phases in which a batch comes about and is judged, before anybody says what is what. */
const BATCH_PHASES: readonly Phase[] = ['drawReal', 'forge', 'judge'];

/** A sample of the batch. */
interface Card {
  readonly values: Float32Array;
  readonly isReal: boolean;
  /** P(real), by the discriminator. */
  readonly probability: number;
}

/**
 * Deals the batch of the coming round to a person. A copy of the networks runs that very round up to its verdict, so that
 * the samples and the discriminator's opinions are those that the run itself will come to. While a round is in progress whose
 * truth has not been told, that round is the coming one; afterwards it is the next.
 *
 * The cards are drawn from the whole shuffled batch, so that how many of them are real is left to chance: who counts
 * learns nothing.
 */
export class DiscriminatorGame {
  /** Of the first batch, from 1. */
  readonly round: number;
  private readonly gan: Gan;
  private readonly collection: Collection;
  private readonly random: Random;
  private batch: readonly Card[] = [];
  /** Cards of the batch that were dealt. */
  private dealt = 0;
  private hand: readonly Card[] = [];

  constructor(private readonly source: GameSource) {
    const { hyperparameters: h, position } = source;
    this.gan = source.atRoundStart();
    this.collection = this.gan.collection;
    if (position.phasesDone > PHASES.indexOf('judge') + 1) {
      runRound(this.gan, (round) => round.runUndivided(h));
    }
    this.round = this.gan.completeRounds + 1;
    this.random = Random.seeded(h.seed, `game ${this.round}`);
  }

  /** The next samples of the batch; when it is used up, of another one by the same networks. */
  deal(): Dealt {
    if (this.batch.length === 0 || this.dealt + this.handSize > this.batch.length) {
      this.batch = this.drawBatch();
      this.dealt = 0;
    }
    const end = this.dealt + this.handSize;
    this.hand = this.batch.slice(this.dealt, end);
    this.dealt = end;
    return { kind: 'dealt', round: this.round, total: this.batch.length, samples: this.samples() };
  }

  /** Passes over hands that were dealt before. */
  skip(hands: number): void {
    for (let hand = 0; hand < hands; hand++) {
      this.deal();
    }
  }

  /** The truth about the samples that were dealt last. */
  reveal(): Judged {
    const plane = this.plane();
    return {
      kind: 'judged',
      truth: this.hand.map(({ isReal }) => isReal),
      probabilities: this.hand.map(({ probability }) => probability),
      ...(plane && { plane }),
    };
  }

  dispose(): void {
    this.gan.dispose();
  }

  /** Not every batch has as many cards. */
  private get handSize(): number {
    return Math.min(DEALT_CARDS, this.batch.length);
  }

  private drawBatch(): Card[] {
    const { hyperparameters: h } = this.source;
    const length = sampleLength(this.collection);
    const cards = runRound(this.gan, (round) => {
      for (const phase of BATCH_PHASES) {
        round.runPhase(phase, h);
      }
      const { real, fake, batchProbabilities } = round.view;
      if (real === undefined || fake === undefined || batchProbabilities === undefined) {
        throw new Error('The round left no batch.');
      }
      const kindOf = (values: Float32Array, probabilities: readonly number[], isReal: boolean): Card[] =>
        probabilities.map((probability, index) => ({
          values: values.subarray(index * length, (index + 1) * length),
          isReal,
          probability,
        }));
      return [
        ...kindOf(read(real), batchProbabilities.real, true),
        ...kindOf(read(fake), batchProbabilities.fake, false),
      ];
    });
    return this.random.shuffle(cards);
  }

  private samples(): Dealt['samples'] {
    const { collection, hand, batch } = this;
    return collection.kind === 'points'
      ? {
          kind: 'points',
          points: joined(hand),
          others: joined(batch.filter((card) => !hand.includes(card))),
          extent: extentOf(collection),
        }
      : { kind: 'pictures', pictures: toPictures(collection, joined(hand)) };
  }

  /** The discriminator's opinion of every place, and that of the best possible one about the samples. */
  private plane(): Judged['plane'] {
    const { collection, gan, hand, source } = this;
    if (collection.kind !== 'points') {
      return undefined;
    }
    // Smoothed labels would shift the best discriminator away from 50 %, which is where a person has to decide.
    const h = { ...source.hyperparameters, labelSmoothing: 0 };
    const comparison = new PlaneComparison(gan, collection, h);
    const field = comparison.field(h);
    const { answers } = comparison.compare(field, h);
    comparison.dispose();
    return {
      cells: comparison.grid.cells,
      field,
      optimal: hand.map(({ values: [x = 0, y = 0] }) => valueOnGrid(answers, comparison.grid, x, y)),
    };
  }
}

/** Runs some of a round and puts its tensors away. */
function runRound<T>(gan: Gan, run: (round: Round) => T): T {
  const round = new Round(gan);
  try {
    return run(round);
  } finally {
    round.dispose();
  }
}

function joined(cards: readonly Card[]): Float32Array<ArrayBuffer> {
  const length = cards[0]?.values.length ?? 0;
  const values = new Float32Array(cards.length * length);
  for (const [index, card] of cards.entries()) {
    values.set(card.values, index * length);
  }
  return values;
}

/** The value of the square in which a place lies; beyond the grid, that of the nearest. */
function valueOnGrid(values: Float32Array, grid: Grid, x: number, y: number): number {
  const step = cellSize(grid);
  const indexOf = (coordinate: number): number =>
    Math.min(grid.cells - 1, Math.max(0, Math.floor((coordinate - grid.low) / step)));
  return values[indexOf(y) * grid.cells + indexOf(x)] ?? 0;
}
