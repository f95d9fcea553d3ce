/** Rows of places for cards above the ruler. */
export const ROWS = 2;
/** As many cards as lie on the ruler. */
export const MOST_CARDS = 16;

/** Where a card lies: its middle along the ruler, from 0 to 1, and its row from the bottom. */
export interface Place {
  readonly at: number;
  readonly row: number;
}

/** Where 50 % is, which no card crosses. */
const MIDDLE = 0.5;
/** From either end of a half to the middle of a card, so that the card stays within it. */
const MARGIN = 0.05;
/** From card to card where there is room; in a crowd they overlap like a hand of cards. */
const APART = 0.1;

/** Whether a card lies on the other side of 50 % than its probability. At exactly 50 % both sides are right. */
export function liesOnWrongSide(probability: number, { at }: Place): boolean {
  return at > MIDDLE ? probability < MIDDLE : probability > MIDDLE;
}

/**
 * Gives each card a place above the ruler as near to its tick as the others allow. Each half of the ruler has its own
 * cards; in turn, from left to right, they go into the rows, and in each row the sum of squared distances from card to
 * tick is the smallest that keeps their order and their distance.
 *
 * @param probabilities one per card, 0 to 1; what is not a number lies at 50 %
 * @param rows among which the cards are dealt
 */
export function placeCards(probabilities: readonly number[], rows: number = ROWS): Place[] {
  const places: Place[] = probabilities.map(() => ({ at: MIDDLE, row: 0 }));
  const cards = probabilities
    .map((probability, card) => ({ card, at: Number.isNaN(probability) ? MIDDLE : probability }))
    .toSorted((a, b) => a.at - b.at || a.card - b.card);
  for (const [from, half] of [
    [0, cards.filter(({ at }) => at < MIDDLE)],
    [MIDDLE, cards.filter(({ at }) => at >= MIDDLE)],
  ] as const) {
    for (let row = 0; row < rows; row++) {
      const inRow = half.filter((_, turn) => turn % rows === row);
      const spread = spreadOut(
        inRow.map(({ at }) => at),
        from + MARGIN,
        from + MIDDLE - MARGIN,
      );
      inRow.forEach(({ card }, turn) => {
        places[card] = { at: spread[turn] ?? MIDDLE, row };
      });
    }
  }
  return places;
}

/**
 * The places nearest to some wanted ones that keep their order and, as far as there is room, a distance: a regression
 * on an increasing sequence (pool adjacent violators) of the places less the distances before them.
 *
 * @param wanted ascending
 */
function spreadOut(wanted: readonly number[], low: number, high: number): number[] {
  const apart = Math.min(APART, (high - low) / Math.max(1, wanted.length - 1));
  const pools: { mean: number; count: number }[] = [];
  wanted.forEach((place, turn) => {
    let pool = { mean: place - turn * apart, count: 1 };
    for (let last = pools.at(-1); last !== undefined && last.mean > pool.mean; last = pools.at(-1)) {
      pools.pop();
      const count = last.count + pool.count;
      pool = { mean: (last.mean * last.count + pool.mean * pool.count) / count, count };
    }
    pools.push(pool);
  });
  const most = high - (wanted.length - 1) * apart;
  return pools
    .flatMap(({ mean, count }) => Array.from({ length: count }, () => Math.min(most, Math.max(low, mean))))
    .map((place, turn) => place + turn * apart);
}
