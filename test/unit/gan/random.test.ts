import assert from 'node:assert/strict';
import * as v from 'valibot';
import { RandomStateSchema } from '../../../src/shared/wire/checkpointHeader';
import { Random } from '../../../webview/gan/random';

const DRAWS = 40_000;

function draws(next: () => number): number[] {
  return Array.from({ length: DRAWS }, next);
}

function moment(values: readonly number[], power: number): number {
  return values.reduce((sum, value) => sum + value ** power, 0) / values.length;
}

/** Pearson's correlation of two series of equal length. */
function correlation(one: readonly number[], other: readonly number[]): number {
  const meanOne = moment(one, 1);
  const meanOther = moment(other, 1);
  const product = one.map((value, i) => (value - meanOne) * ((other[i] ?? 0) - meanOther));
  const deviations = Math.sqrt((moment(one, 2) - meanOne ** 2) * (moment(other, 2) - meanOther ** 2));
  return moment(product, 1) / deviations;
}

describe('The random numbers', () => {
  it('are spread evenly over 0 to 1', () => {
    const random = Random.seeded(1, 'test');
    const counts = Array.from({ length: 20 }, () => 0);
    for (const value of draws(() => random.uniform())) {
      assert.ok(value >= 0 && value < 1);
      const bin = Math.floor(20 * value);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    const expected = DRAWS / 20;
    const chiSquared = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 43.8 is exceeded once in a thousand by 19 degrees of freedom.
    assert.ok(chiSquared < 43.8, `chi-squared ${chiSquared}`);
  });

  it('have the moments of the standard normal distribution', () => {
    const random = Random.seeded(2, 'test');
    const values = draws(() => random.normal());
    // Four standard errors each: of n draws they are sqrt(1/n), sqrt(2/n), sqrt(15/n) and sqrt(96/n).
    const error = 4 / Math.sqrt(DRAWS);
    assert.ok(Math.abs(moment(values, 1)) < error);
    assert.ok(Math.abs(moment(values, 2) - 1) < error * Math.SQRT2);
    assert.ok(Math.abs(moment(values, 3)) < error * Math.sqrt(15));
    assert.ok(Math.abs(moment(values, 4) - 3) < error * Math.sqrt(96));
  });

  it('stay within a range and reach all of its whole numbers', () => {
    const random = Random.seeded(3, 'test');
    const seen = new Set<number>();
    for (let i = 0; i < 1000; i++) {
      seen.add(random.integer(7));
      const value = random.range(-2, 5);
      assert.ok(value >= -2 && value < 5);
    }
    assert.deepEqual([...seen].toSorted(), [0, 1, 2, 3, 4, 5, 6]);
  });

  it('are the same for the same seed and stream', () => {
    const one = Random.seeded(7, 'latent');
    const other = Random.seeded(7, 'latent');
    assert.deepEqual(
      draws(() => one.uniform()),
      draws(() => other.uniform()),
    );
  });

  for (const [what, other] of [
    ['streams', Random.seeded(7, 'batches')],
    ['seeds', Random.seeded(8, 'latent')],
  ] as const) {
    it(`of different ${what} have nothing to do with each other`, () => {
      const random = Random.seeded(7, 'latent');
      const r = correlation(
        draws(() => random.normal()),
        draws(() => other.normal()),
      );
      assert.ok(Math.abs(r) < 4 / Math.sqrt(DRAWS), `correlation ${r}`);
    });
  }

  it('of streams of neighbouring seeds begin differently', () => {
    const first = Array.from({ length: 2000 }, (_, seed) => Random.seeded(seed, 'x').uniform());
    assert.equal(new Set(first).size, first.length);
    assert.ok(Math.abs(correlation(first.slice(1), first.slice(0, -1))) < 4 / Math.sqrt(first.length));
  });

  it('do not change by accident', () => {
    const random = Random.seeded(1, 'golden');
    assert.deepEqual(
      Array.from({ length: 4 }, () => random.integer(1_000_000)),
      GOLDEN,
    );
  });

  it('go on from a state that went through JSON, in the middle of a pair of normal numbers', () => {
    const random = Random.seeded(4, 'test');
    random.fillNormal(new Float32Array(5));
    const restored: unknown = JSON.parse(JSON.stringify(random.state()));
    const copy = Random.fromState(v.parse(RandomStateSchema, restored));
    assert.deepEqual(copy.fillNormal(new Float32Array(9)), random.fillNormal(new Float32Array(9)));
    assert.deepEqual(copy.state(), random.state());
  });

  it('refuse a state that is not one', () => {
    const { a, b, c } = Random.seeded(0, 'test').state();
    for (const state of [
      { a, b, c },
      { a: -1, b, c, counter: 0 },
      { a: 0.5, b, c, counter: 0 },
    ]) {
      assert.equal(v.safeParse(RandomStateSchema, state).success, false);
    }
  });

  it('fill arrays with the normal numbers that come one by one, wherever a pair is halved', () => {
    const oneByOne = Random.seeded(7, 'test');
    const inArrays = Random.seeded(7, 'test');
    for (const length of [0, 1, 2, 3, 3, 0, 4, 5, 1, 1]) {
      const expected = Float32Array.from({ length }, () => oneByOne.normal());
      assert.deepEqual(inArrays.fillNormal(new Float32Array(length)), expected);
      assert.deepEqual(inArrays.state(), oneByOne.state());
    }
  });

  it('fill arrays with the whole and the uniform numbers that come one by one', () => {
    const oneByOne = Random.seeded(7, 'test');
    const inArrays = Random.seeded(7, 'test');
    const whole = Uint32Array.from({ length: 9 }, () => oneByOne.integer(150));
    assert.deepEqual(inArrays.fillIntegers(new Uint32Array(9), 150), whole);
    const uniform = Float32Array.from({ length: 9 }, () => oneByOne.range(-1, 1));
    assert.deepEqual(inArrays.fillUniform(new Float32Array(9), -1, 1), uniform);
    assert.deepEqual(inArrays.state(), oneByOne.state());
  });

  it('fill arrays within their limits', () => {
    const filled = Random.seeded(5, 'test').fillUniform(new Float32Array(1000), -1, 1);
    assert.ok(filled.every((value) => value >= -1 && value <= 1));
    assert.ok(Math.abs(moment([...filled], 1)) < 4 / Math.sqrt(3 * 1000));
  });
});

describe('Shuffling', () => {
  it('keeps every item and leaves the original alone', () => {
    const items = ['a', 'b', 'c', 'd', 'e'];
    const shuffled = Random.seeded(6, 'test').shuffle(items);
    assert.deepEqual(shuffled.toSorted(), items);
    assert.deepEqual(items, ['a', 'b', 'c', 'd', 'e']);
  });

  it('makes all orders equally likely', () => {
    const random = Random.seeded(6, 'orders');
    const counts = new Map<string, number>();
    const trials = 6000;
    for (let i = 0; i < trials; i++) {
      const order = random.shuffle([1, 2, 3]).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    assert.equal(counts.size, 6);
    for (const count of counts.values()) {
      // Four standard deviations of a binomial count.
      assert.ok(Math.abs(count - trials / 6) < 4 * Math.sqrt((trials * 5) / 36));
    }
  });
});

const GOLDEN = [894624, 135094, 858674, 438872];
