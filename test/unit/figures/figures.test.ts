import assert from 'node:assert/strict';
import { distanceFromRest, playDirac, type DiracGame } from '../../../webview/lesson/figures/dirac';
import { divergencesOf, normalDensity } from '../../../webview/lesson/figures/divergences';
import { coveredCells, overlaps } from '../../../webview/lesson/figures/sliding';

describe('The smallest GAN', () => {
  const PLAIN: DiracGame = {
    turns: 'alternating',
    generatorRate: 0.1,
    discriminatorRate: 0.1,
    momentum: 0,
    r1Weight: 0,
  };
  const distances = (changes: Partial<DiracGame>): number[] =>
    playDirac({ ...PLAIN, ...changes }, { place: 1, slope: 0 }, 200).map(distanceFromRest);

  it('circles when both step in turns', () => {
    assert.ok(distances({}).every((distance) => distance > 0.97 && distance < 1.04));
  });

  it('spirals outwards by 1 + eta^2 in each round when both step at the same time', () => {
    distances({ turns: 'simultaneous' }).forEach((distance, round) => {
      assert.ok(Math.abs(distance ** 2 / 1.01 ** round - 1) < 1e-9);
    });
  });

  it('explodes with momentum, and calms down when it is negative', () => {
    assert.ok((distances({ momentum: 0.5 }).at(-1) ?? 0) > 500);
    assert.ok(distances({ momentum: 0.9 }).length < 200, 'nothing more is drawn');
    assert.ok((distances({ momentum: -0.5 }).at(-1) ?? 2) < 0.75);
  });

  it('becomes an ellipse with two learning rates', () => {
    const ellipse = distances({ discriminatorRate: 0.4 });
    assert.ok(Math.max(...ellipse) < 2.1 && Math.min(...ellipse) > 0.95);
  });

  it('comes to rest with R1, and slowly with too much of it', () => {
    assert.ok((distances({ r1Weight: 2 }).at(-1) ?? 1) < 1e-5);
    const slow = distances({ r1Weight: 10 }).at(-1) ?? 0;
    assert.ok(slow > 0.1 && slow < 0.2, `${slow}`);
  });
});

describe('Four rulers between two normal distributions', () => {
  const p = { mean: 0, deviation: 0.5 };

  it('are all 0 where both are the same', () => {
    for (const value of Object.values(divergencesOf(p, p))) {
      assert.ok(Math.abs(value) < 1e-9);
    }
  });

  it('grow as the closed forms say', () => {
    const q = { mean: 2, deviation: 0.5 };
    const { forward, reverse, wasserstein } = divergencesOf(p, q);
    assert.ok(Math.abs(forward - 8 / Math.LN2) < 1e-9);
    assert.equal(forward, reverse);
    assert.ok(Math.abs(wasserstein - 2) < 1e-6, 'a shift costs its distance');
  });

  it('disagree when the forged crowd is half as wide and moves away', () => {
    const at = (mean: number) => divergencesOf(p, { mean, deviation: 0.25 });
    assert.equal(at(2).jensenShannon.toFixed(2), '0.98');
    assert.equal(at(4).jensenShannon.toFixed(2), '1.00');
    assert.equal(at(4).wasserstein.toFixed(2), '4.00');
    assert.ok(at(2).forward > 3 * at(2).reverse);
  });

  it('are drawn from densities whose integral is 1', () => {
    let sum = 0;
    for (let x = -4; x < 4; x += 0.01) {
      sum += 0.01 * normalDensity(p, x);
    }
    assert.ok(Math.abs(sum - 1) < 1e-9);
  });
});

describe('A sliding filter', () => {
  it('covers its cells, less what lies outside', () => {
    assert.deepEqual(coveredCells(1, 4), [1, 2, 3, 4]);
    assert.deepEqual(coveredCells(0, 4), [0, 1, 2]);
    assert.deepEqual(coveredCells(3, 2), [6, 7]);
  });

  it('reaches neighbours unequally often when its width is no multiple of the stride', () => {
    const inner = (filter: number) =>
      [3, 4].flatMap((row) => [3, 4].map((at) => overlaps(filter)[row * 8 + at]));
    assert.deepEqual(inner(2), [1, 1, 1, 1]);
    assert.deepEqual(new Set(inner(3)), new Set([1, 2, 4]));
    assert.deepEqual(inner(4), [4, 4, 4, 4]);
  });
});
