/** Columns and rows of places for cards above the verdict's ruler. */
export const COLUMNS = 8;
export const ROWS = 2;

/** Where a card lies: columns from the left (0 % real), rows from the bottom. */
export interface Place {
  readonly column: number;
  readonly row: number;
}

/** What it costs to lie on the other side of 50 %, in squared columns; more than any move within one side. */
const WRONG_SIDE = COLUMNS * COLUMNS * COLUMNS;

/** Cost of putting a card into a column: how far it then lies from its tick, in squared columns. */
function cost(probability: number, column: number): number {
  const distance = probability * COLUMNS - (column + 0.5);
  return distance * distance + (liesOnWrongSide(probability, column) ? WRONG_SIDE : 0);
}

/** Whether a column lies on the other side of 50 % than a card's probability. At exactly 50 % both sides are right. */
export function liesOnWrongSide(probability: number, column: number): boolean {
  const right = column >= COLUMNS / 2;
  return right ? probability < 0.5 : probability > 0.5;
}

/**
 * Gives each card the nearest free place above the ruler. The order along the ruler is the order of the
 * probabilities; as few cards as possible cross 50 %, and then the sum of squared distances from card to tick is the
 * smallest possible (dynamic programming over the sorted cards).
 *
 * @param probabilities one per card, 0 to 1; at most {@link COLUMNS} times {@link ROWS}
 * @returns the place of each card, in the order of `probabilities`; no two are the same
 * @throws RangeError when there are more cards than places
 */
export function placeCards(probabilities: readonly number[]): Place[] {
  if (probabilities.length > COLUMNS * ROWS) {
    throw new RangeError(`${probabilities.length} cards do not fit into ${COLUMNS * ROWS} places`);
  }
  const sorted = probabilities
    .map((probability, card) => ({ probability, card }))
    .toSorted((a, b) => a.probability - b.probability || a.card - b.card);

  // best[k]: the cheapest way to put the first k cards into the columns seen so far, as one count per column.
  let best: readonly ({ readonly total: number; readonly counts: readonly number[] } | undefined)[] = [
    { total: 0, counts: [] },
  ];
  for (let column = 0; column < COLUMNS; column++) {
    best = Array.from({ length: sorted.length + 1 }, (_, placed) => {
      let cheapest: { total: number; counts: readonly number[] } | undefined;
      for (let count = 0; count <= Math.min(ROWS, placed); count++) {
        const before = best[placed - count];
        if (before !== undefined) {
          const added = sorted.slice(placed - count, placed);
          const total = added.reduce((sum, { probability }) => sum + cost(probability, column), before.total);
          if (cheapest === undefined || total < cheapest.total) {
            cheapest = { total, counts: [...before.counts, count] };
          }
        }
      }
      return cheapest;
    });
  }

  const places = new Map<number, Place>();
  let next = 0;
  (best[sorted.length]?.counts ?? []).forEach((count, column) => {
    sorted.slice(next, next + count).forEach(({ card }, row) => places.set(card, { column, row }));
    next += count;
  });
  return probabilities.map((_, card) => places.get(card) ?? { column: 0, row: 0 });
}

/**
 * Where the line of 50 % runs between the cards: for each row, from the bottom, the edge between two columns, 0 to
 * {@link COLUMNS}. What lies left of it was judged less than 50 % real, what lies right of it at least that; it is as
 * near to the middle as that allows. Only where a column holds one card of each kind is it another edge in each row.
 *
 * @param cards as {@link placeCards} placed them
 */
export function edgesOfTheMiddle(
  cards: readonly { readonly probability: number; readonly place: Place }[],
): readonly number[] {
  const rooms = Array.from({ length: ROWS }, (_, row) => {
    const columns = (below: boolean): number[] =>
      cards
        .filter(({ place, probability }) => place.row === row && probability < 0.5 === below)
        .map(({ place }) => place.column);
    return {
      from: Math.max(0, ...columns(true).map((column) => column + 1)),
      to: Math.min(COLUMNS, ...columns(false)),
    };
  });
  const nearTheMiddle = (from: number, to: number): number => Math.min(Math.max(COLUMNS / 2, from), to);
  const from = Math.max(...rooms.map((room) => room.from));
  const to = Math.min(...rooms.map((room) => room.to));
  return from <= to
    ? rooms.map(() => nearTheMiddle(from, to))
    : rooms.map((room) => nearTheMiddle(room.from, room.to));
}
