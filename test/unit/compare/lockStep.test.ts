import assert from 'node:assert/strict';
import type { SideName } from '../../../webview/lesson/compare/comparisonState';
import { LockStep } from '../../../webview/lesson/compare/lockStep';

/** Two runs that do what they are told when a test lets them. */
class TwoRuns {
  readonly sent: [SideName, number][] = [];
  arrivals = 0;
  readonly rounds: Record<SideName, number> = { a: 0, b: 0 };
  readonly lockStep = new LockStep(
    (side, round) => this.sent.push([side, round]),
    () => {
      this.arrivals += 1;
    },
  );

  /** What was sent since the last call. */
  get news(): [SideName, number][] {
    return this.sent.splice(0);
  }

  /** A run comes to where it was sent, or stops where it is when that is behind it. */
  comes(side: SideName, to: number): void {
    this.rounds[side] = Math.max(this.rounds[side], to);
    this.lockStep.stands(side, this.rounds[side]);
  }
}

describe('Two runs in step', () => {
  it('go one round on together', () => {
    const runs = new TwoRuns();
    runs.lockStep.playTo(1);
    assert.deepEqual(runs.news, [
      ['a', 1],
      ['b', 1],
    ]);
    runs.comes('a', 1);
    assert.equal(runs.arrivals, 0, 'one waits for the other');
    runs.comes('b', 1);
    assert.equal(runs.arrivals, 1);
  });

  it('are never further apart than a few rounds while they play without end', () => {
    const runs = new TwoRuns();
    runs.lockStep.playTo(Infinity);
    let widest = 0;
    for (let times = 0; times < 20; times++) {
      const [first, second] = runs.news;
      assert.ok(first && second);
      runs.comes(first[0], first[1]);
      widest = Math.max(widest, Math.abs(runs.rounds.a - runs.rounds.b));
      assert.deepEqual(runs.news, [], 'the faster one is not sent on alone');
      runs.comes(second[0], second[1]);
      assert.equal(runs.rounds.a, runs.rounds.b);
    }
    assert.ok(widest <= 10, `${widest} rounds apart`);
  });

  it('stop exactly at the round that they were sent to', () => {
    const runs = new TwoRuns();
    runs.lockStep.playTo(13);
    for (const [side, round] of [...runs.news]) {
      runs.comes(side, round);
    }
    const last = runs.news;
    assert.deepEqual(last, [
      ['a', 13],
      ['b', 13],
    ]);
    last.forEach(([side, round]) => runs.comes(side, round));
    assert.equal(runs.arrivals, 1);
  });

  it('stop at one and the same round when they are told to stop on the way', () => {
    const runs = new TwoRuns();
    runs.lockStep.playTo(Infinity);
    assert.equal(runs.news.length, 2);
    runs.rounds.a = 7;
    runs.rounds.b = 4;
    runs.lockStep.stop();
    assert.deepEqual(runs.news, [
      ['a', 0],
      ['b', 0],
    ]);
    runs.comes('a', 0);
    runs.comes('b', 0);
    assert.deepEqual(runs.news, [['b', 7]], 'the one behind catches up');
    assert.equal(runs.arrivals, 0);
    runs.comes('b', 7);
    assert.equal(runs.arrivals, 1);
  });

  it('can be sent elsewhere while they are under way', () => {
    const runs = new TwoRuns();
    runs.lockStep.playTo(5);
    assert.equal(runs.news.length, 2);
    runs.lockStep.playTo(8);
    assert.deepEqual(runs.news, [], 'not before both are there');
    runs.comes('a', 5);
    runs.comes('b', 5);
    assert.deepEqual(runs.news, [
      ['a', 8],
      ['b', 8],
    ]);
  });
});
