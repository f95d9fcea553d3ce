import assert from 'node:assert/strict';
import { laterRound, nextRoundOfInterest } from '../../../webview/lesson/compare/laterRound';

describe('The round that two runs are played to', () => {
  it('is offered: one that is worth a look and still to come, however far both have come', () => {
    assert.deepEqual([0, 10, 99, 400].map(nextRoundOfInterest), [10, 50, 100, 800]);
    assert.ok(nextRoundOfInterest(12_345) > 12_345);
  });

  it('is the one that a person types', () => {
    assert.equal(laterRound('137', 40), 137);
    assert.equal(laterRound(' 41 ', 40), 41);
  });

  it('is never one that both have passed, nor what is no whole number', () => {
    for (const text of ['40', '12', '-50', '', '50.5', '1e400', 'soon']) {
      assert.equal(laterRound(text, 40), undefined, text);
    }
  });
});
