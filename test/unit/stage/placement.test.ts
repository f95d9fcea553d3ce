import * as assert from 'node:assert/strict';
import {
  COLUMNS,
  ROWS,
  edgesOfTheMiddle,
  liesOnWrongSide,
  placeCards,
  type Place,
} from '../../../webview/lesson/stage/view/placement';

/** A reproducible sequence of numbers from 0 to 1 (Lehmer's generator). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Crossings of 50 % first, then the squared distances in columns. */
function costOf(probabilities: readonly number[], columns: readonly number[]): [number, number] {
  let crossings = 0;
  let distance = 0;
  probabilities.forEach((probability, card) => {
    const column = columns[card] ?? NaN;
    crossings += liesOnWrongSide(probability, column) ? 1 : 0;
    distance += (probability * COLUMNS - column - 0.5) ** 2;
  });
  return [crossings, distance];
}

/** Tries every way to put the cards into the columns. */
function cheapestByTryingAll(probabilities: readonly number[]): [number, number] {
  let best: [number, number] = [Infinity, Infinity];
  const columns: number[] = [];
  const tryFrom = (card: number): void => {
    if (card === probabilities.length) {
      const cost = costOf(probabilities, columns);
      if (cost[0] < best[0] || (cost[0] === best[0] && cost[1] < best[1])) {
        best = cost;
      }
      return;
    }
    for (let column = 0; column < COLUMNS; column++) {
      if (columns.filter((taken) => taken === column).length < ROWS) {
        columns.push(column);
        tryFrom(card + 1);
        columns.pop();
      }
    }
  };
  tryFrom(0);
  return best;
}

function keyOf({ column, row }: Place): string {
  return `${column}/${row}`;
}

describe('The places of the cards above the ruler', () => {
  it('are never shared, and lie within eight columns and two rows', () => {
    const next = numbers(1);
    for (let trial = 0; trial < 50; trial++) {
      const places = placeCards(Array.from({ length: 16 }, next));
      assert.equal(new Set(places.map(keyOf)).size, 16);
      assert.ok(places.every(({ column, row }) => column >= 0 && column < COLUMNS && row >= 0 && row < ROWS));
    }
  });

  it('are as near to the ticks as any that can be found by trying all', () => {
    const next = numbers(2);
    for (let trial = 0; trial < 12; trial++) {
      const probabilities = Array.from({ length: 5 }, () => next() ** 3);
      const found = costOf(
        probabilities,
        placeCards(probabilities).map(({ column }) => column),
      );
      const best = cheapestByTryingAll(probabilities);
      assert.equal(found[0], best[0]);
      assert.ok(Math.abs(found[1] - best[1]) < 1e-9, `${found[1]} instead of ${best[1]}`);
    }
  });

  it('follow the order of the probabilities from left to right', () => {
    const next = numbers(3);
    const probabilities = Array.from({ length: 16 }, next);
    const places = placeCards(probabilities);
    const sorted = probabilities
      .map((probability, card) => ({ probability, column: places[card]?.column ?? NaN }))
      .toSorted((a, b) => a.probability - b.probability);
    assert.ok(sorted.every(({ column }, at) => at === 0 || column >= (sorted[at - 1]?.column ?? NaN)));
  });

  it('put a card into the column of its tick when there is room', () => {
    assert.deepEqual(placeCards([0.06, 0.3, 0.55, 0.99]), [
      { column: 0, row: 0 },
      { column: 2, row: 0 },
      { column: 4, row: 0 },
      { column: 7, row: 0 },
    ]);
  });

  it('fill each half when all cards crowd at 0 and 100 %', () => {
    const places = placeCards(Array.from({ length: 16 }, (_, card) => (card % 2 === 0 ? 0.001 : 0.999)));
    places.forEach(({ column }, card) => assert.equal(column >= COLUMNS / 2, card % 2 === 1));
  });

  it('move no card across 50 % without need', () => {
    const places = placeCards(Array.from({ length: 8 }, (_, card) => 0.51 + card / 1000));
    assert.ok(places.every(({ column }) => column >= COLUMNS / 2));
  });

  it('let only as many cards cross 50 % as do not fit on their side', () => {
    const probabilities = Array.from({ length: 11 }, (_, card) => 0.6 + card / 100);
    const places = placeCards(probabilities);
    assert.deepEqual(
      places.flatMap(({ column }, card) => (column < COLUMNS / 2 ? [card] : [])),
      [0, 1, 2],
    );
  });

  it('are refused to more cards than there are places', () => {
    assert.throws(() => placeCards(Array.from({ length: 17 }, () => 0.5)), RangeError);
  });
});

describe('The line of 50 % between the cards', () => {
  function edgesOf(probabilities: readonly number[]): readonly number[] {
    const places = placeCards(probabilities);
    return edgesOfTheMiddle(
      probabilities.map((probability, card) => ({
        probability,
        place: places[card] ?? { column: 0, row: 0 },
      })),
    );
  }

  it('is in the middle when every card lies on its side', () => {
    assert.deepEqual(edgesOf([0.1, 0.2, 0.7, 0.9]), [4, 4]);
  });

  it('is in the middle when there are no cards', () => {
    assert.deepEqual(edgesOf([]), [4, 4]);
  });

  it('moves aside for cards that had to cross the middle', () => {
    const probabilities = [0.46, 0.47, ...Array.from({ length: 14 }, (_, card) => 0.51 + card / 50)];
    assert.deepEqual(edgesOf(probabilities), [1, 1]);
  });

  it('makes a step in a column that holds one card of each kind', () => {
    const probabilities = [0.45, 0.46, 0.47, ...Array.from({ length: 13 }, (_, card) => 0.51 + card / 50)];
    assert.deepEqual(edgesOf(probabilities), [2, 1]);
  });

  it('leaves every card on the side where it was judged', () => {
    const next = numbers(4);
    for (let trial = 0; trial < 200; trial++) {
      const skew = next() * 4;
      const probabilities = Array.from({ length: 1 + Math.floor(next() * 16) }, () => next() ** skew);
      const places = placeCards(probabilities);
      const edges = edgesOf(probabilities);
      places.forEach(({ column, row }, card) => {
        const leftOfTheLine = column < (edges[row] ?? NaN);
        assert.equal(leftOfTheLine, (probabilities[card] ?? NaN) < 0.5);
      });
    }
  });
});
