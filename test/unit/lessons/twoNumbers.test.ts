import assert from 'node:assert/strict';

/** Lesson 8: one player has x and wants xy small, the other has y and wants it large. */
interface Players {
  /** Both see the other's number of the step before, or the second one sees what the first has just done. */
  readonly order: 'atOnce' | 'inTurns';
  /** The next momentum of a player, from the last one and the gradient. */
  readonly momentum: (last: number, gradient: number) => number;
}

const LEARNING_RATE = 0.1;
const STEPS = 1000;

/** As in Adam and in the lesson: the running average of the gradients. */
const average =
  (beta: number): Players['momentum'] =>
  (last, gradient) =>
    beta * last + (1 - beta) * gradient;

/** As in Gidel and others 2019: the gradient, and a share of the last step. */
const heavyBall =
  (beta: number): Players['momentum'] =>
  (last, gradient) =>
    beta * last + gradient;

/** How far they are from the calm point after {@link STEPS} steps, when they begin at a distance of 1. */
function distance({ order, momentum }: Players): number {
  let [x, y, xMomentum, yMomentum] = [1, 0, 0, 0];
  for (let step = 0; step < STEPS; step++) {
    const before = x;
    xMomentum = momentum(xMomentum, y);
    x -= LEARNING_RATE * xMomentum;
    yMomentum = momentum(yMomentum, order === 'atOnce' ? before : x);
    y += LEARNING_RATE * yMomentum;
  }
  return Math.hypot(x, y);
}

describe('The two numbers at play of lesson 8', () => {
  it('go outwards by the factor that the lesson asks for', () => {
    const squared = distance({ order: 'atOnce', momentum: average(0) }) ** 2;
    assert.ok(Math.abs(squared ** (1 / STEPS) - 1.01) < 1e-9);
  });

  it('go outwards the faster, the longer momentum remembers, at once and in turns', () => {
    for (const order of ['atOnce', 'inTurns'] as const) {
      const distances = [0, 0.25, 0.5, 0.75, 0.9].map((beta) => distance({ order, momentum: average(beta) }));
      for (const [index, each] of distances.entries()) {
        assert.ok(each > 1.5 * (distances[index - 1] ?? 0), `${order}: ${distances.join(', ')}`);
      }
    }
  });

  it('come to rest with negative momentum where they step in turns, and only there', () => {
    const momentum = heavyBall(-0.5);
    assert.ok(distance({ order: 'inTurns', momentum }) < 0.5);
    assert.ok(distance({ order: 'atOnce', momentum }) > 1.5);
  });
});
