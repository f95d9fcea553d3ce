import assert from 'node:assert/strict';
import { BARS, median, misses, ratios } from '../../../scripts/bench/results';

describe("The bench's bars", () => {
  it('are met by a figure on the bar and by one that was not measured', () => {
    assert.deepEqual(misses({ 'portraits.cpu.roundsPerSecond': 75, scriptBytes: 1_000_000 }), []);
  });

  it('are missed by slower, larger and leaking products, of which only times depend on the machine', () => {
    const missed = misses({
      'portraits.cpu.roundsPerSecond': 74,
      scriptBytes: 1_000_001,
      'leak.tensorsPer100Rebuilds': 1,
    });
    assert.deepEqual(
      missed.map(({ name, onEveryMachine }) => [name, onEveryMachine]),
      [
        ['portraits.cpu.roundsPerSecond', false],
        ['leak.tensorsPer100Rebuilds', true],
        ['scriptBytes', true],
      ],
    );
  });

  it('say of each figure on which side it must stay', () => {
    for (const [name, { atLeast, atMost }] of Object.entries(BARS)) {
      assert.ok((atLeast === undefined) !== (atMost === undefined), name);
    }
  });
});

describe('A comparison with an earlier result', () => {
  it('gives the ratios of what was measured both times', () => {
    assert.deepEqual(ratios({ a: 3, b: 1, c: 2 }, { a: 2, c: 0, d: 1 }), { a: 1.5 });
  });

  it('is made of medians, which one slow repeat does not move', () => {
    assert.equal(median([9, 100, 10]), 10);
    assert.equal(median([1, 2]), 2);
  });
});
