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

  // best[k]: the least cost of the first k cards in the columns seen so far; taken[column][k]: how many of them that
  // column then holds. Numbers in typed arrays, because this runs with every frame and is to leave nothing behind.
  let best = new Float64Array(sorted.length + 1).fill(Infinity);
  best[0] = 0;
  const taken: Uint8Array[] = [];
  for (let column = 0; column < COLUMNS; column++) {
    const next = new Float64Array(sorted.length + 1).fill(Infinity);
    const counts = new Uint8Array(sorted.length + 1);
    for (let placed = 0; placed <= sorted.length; placed++) {
      let added = 0;
      for (let count = 0; count <= Math.min(ROWS, placed); count++) {
        added += count === 0 ? 0 : cost(sorted[placed - count]?.probability ?? 0, column);
        const total = (best[placed - count] ?? Infinity) + added;
        if (total < (next[placed] ?? Infinity)) {
          next[placed] = total;
          counts[placed] = count;
        }
      }
    }
    best = next;
    taken.push(counts);
  }

  const places: Place[] = probabilities.map(() => ({ column: 0, row: 0 }));
  let left = sorted.length;
  for (let column = COLUMNS - 1; column >= 0; column--) {
    const count = taken[column]?.[left] ?? 0;
    left -= count;
    sorted.slice(left, left + count).forEach(({ card }, row) => {
      places[card] = { column, row };
    });
  }
  return places;
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
