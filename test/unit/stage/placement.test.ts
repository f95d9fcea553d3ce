import * as assert from 'node:assert/strict';
import { ROWS, liesOnWrongSide, placeCards, type Place } from '../../../webview/lesson/stage/view/placement';

/** A reproducible sequence of numbers from 0 to 1 (Lehmer's generator). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function inOrder(probabilities: readonly number[], rows?: number): { probability: number; place: Place }[] {
  const places = placeCards(probabilities, rows);
  return probabilities
    .map((probability, card) => ({ probability, place: places[card] ?? { at: NaN, row: NaN } }))
    .toSorted((a, b) => a.probability - b.probability);
}

/** Of cards in one row, from each to the next. */
function gaps(cards: readonly { readonly place: Place }[]): number[] {
  return Array.from({ length: ROWS }, (_, row) => cards.filter(({ place }) => place.row === row)).flatMap(
    (inRow) => inRow.slice(1).map(({ place }, turn) => place.at - (inRow[turn]?.place.at ?? NaN)),
  );
}

describe('The places of the cards above the ruler', () => {
  it('are those of their ticks where there is room', () => {
    const probabilities = [0.1, 0.3, 0.62, 0.9];
    placeCards(probabilities).forEach(({ at }, card) => {
      assert.ok(Math.abs(at - (probabilities[card] ?? NaN)) < 1e-9);
    });
  });

  it('never lie on the other side of 50 %, however many there are and wherever they crowd', () => {
    const next = numbers(4);
    for (let trial = 0; trial < 200; trial++) {
      const skew = next() * 4;
      const cards = inOrder(Array.from({ length: 1 + Math.floor(next() * 16) }, () => next() ** skew));
      assert.ok(cards.every(({ probability, place }) => !liesOnWrongSide(probability, place)));
      assert.ok(cards.every(({ place }) => place.at >= 0.05 - 1e-9 && place.at <= 0.95 + 1e-9));
    }
  });

  it('follow the order of the probabilities from left to right in each row, and never coincide', () => {
    const next = numbers(3);
    for (let trial = 0; trial < 50; trial++) {
      const skew = next() * 4;
      assert.ok(gaps(inOrder(Array.from({ length: 16 }, () => next() ** skew))).every((gap) => gap > 0.05));
    }
  });

  it('keep a tenth of the ruler between cards while ten or fewer lie in a half', () => {
    const crowd = inOrder(Array.from({ length: 10 }, (_, card) => card / 1000));
    assert.ok(gaps(crowd).every((gap) => Math.abs(gap - 0.1) < 1e-9));
    assert.ok(crowd.every(({ place }) => place.at <= 0.45 + 1e-9));
  });

  it('spread a crowd evenly round where it is', () => {
    const [first, second, third] = placeCards([0.2, 0.2, 0.2], 1);
    assert.ok(first && second && third);
    assert.ok(Math.abs(second.at - 0.2) < 1e-9);
    assert.ok(Math.abs(third.at - 0.3) < 1e-9 && Math.abs(first.at - 0.1) < 1e-9);
  });

  it('are as near to the ticks, in squares, as any in a fine grid of places', () => {
    const probabilities = [0.12, 0.14, 0.3, 0.31, 0.33];
    const found = placeCards(probabilities, 1).reduce(
      (sum, { at }, card) => sum + (at - (probabilities[card] ?? NaN)) ** 2,
      0,
    );
    assert.ok(found <= cheapestOnGrid(probabilities) + 1e-9);
  });

  it('have all cards in one row where only one is asked for', () => {
    assert.ok(placeCards([0.1, 0.2, 0.8, 0.9], 1).every(({ row }) => row === 0));
  });

  it('are at 50 % for what was not judged', () => {
    assert.deepEqual(placeCards([NaN]), [{ at: 0.55, row: 0 }]);
  });
});

/** Tries every way to put cards of one half, a tenth apart, on places a hundredth apart. */
function cheapestOnGrid(probabilities: readonly number[]): number {
  const step = 0.01;
  const tryFrom = (card: number, from: number): number => {
    const wanted = probabilities[card];
    if (wanted === undefined) {
      return 0;
    }
    let best = Infinity;
    for (let at = from; at <= 0.45 + 1e-9; at += step) {
      best = Math.min(best, (at - wanted) ** 2 + tryFrom(card + 1, at + 0.1));
    }
    return best;
  };
  return tryFrom(0, 0.05);
}
