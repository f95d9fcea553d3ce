import assert from 'node:assert/strict';

/** Lesson 8: one player has x and wants xy small, the other has y and wants it large. */
interface Players {
  /** Both see the other's number of the step before, or the second one sees what the first has just done. */
  readonly order: 'atTheSameTime' | 'inTurns';
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

/** How far they are from the calm point after so many steps, when they begin at a distance of 1. */
function distance({ order, momentum }: Players, steps = STEPS): number {
  let [x, y, xMomentum, yMomentum] = [1, 0, 0, 0];
  for (let step = 0; step < steps; step++) {
    const before = x;
    xMomentum = momentum(xMomentum, y);
    x -= LEARNING_RATE * xMomentum;
    yMomentum = momentum(yMomentum, order === 'atTheSameTime' ? before : x);
    y += LEARNING_RATE * yMomentum;
  }
  return Math.hypot(x, y);
}

describe('The two numbers at play of lesson 8', () => {
  it('circle in turns: what the lesson computes stays the same in every round', () => {
    let [x, y] = [1, 0];
    for (let step = 0; step < STEPS; step++) {
      x -= LEARNING_RATE * y;
      y += LEARNING_RATE * x;
      assert.ok(Math.abs(x ** 2 + y ** 2 - LEARNING_RATE * x * y - 1) < 1e-9);
    }
  });

  it('go outwards with momentum, worst at about 0.9, as the table of the lesson says', () => {
    const squared = (beta: number) => distance({ order: 'inTurns', momentum: average(beta) }, 400) ** 2;
    const told = new Map([
      [0, 0.95],
      [0.5, 1700],
      [0.9, 7.2e9],
      [0.99, 420_000],
    ]);
    for (const [beta, value] of told) {
      assert.ok(Math.abs(squared(beta) / value - 1) < 0.02, `${beta}: ${squared(beta)}`);
    }
    assert.ok(squared(0.9) > squared(0.8) && squared(0.9) > squared(0.95));
  });

  it('go outwards without momentum where both step at the same time', () => {
    const squared = distance({ order: 'atTheSameTime', momentum: average(0) }) ** 2;
    assert.ok(Math.abs(squared ** (1 / STEPS) - 1.01) < 1e-9);
  });

  it('come to rest with negative momentum where they step in turns, and only there', () => {
    const momentum = heavyBall(-0.5);
    assert.ok(distance({ order: 'inTurns', momentum }) < 0.5);
    assert.ok(distance({ order: 'atTheSameTime', momentum }) > 1.5);
  });
});
