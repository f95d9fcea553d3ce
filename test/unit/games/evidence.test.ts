import assert from 'node:assert/strict';
import { describeEvidence, type EvidenceMark } from '../../../webview/lesson/games/forger/evidence';

const SIZE = 16;

function mark(x: number, y: number, convinces: boolean, strength = 1): EvidenceMark {
  return { x, y, convinces, strength };
}

describe('Where the inspector looks, in words', () => {
  it('is the part of the picture that convinces him most, and the one that gives it away', () => {
    const marks = [mark(0.1, 0.1, true), mark(0.9, 0.5, true, 0.5), mark(0.5, 0.9, false)];
    assert.equal(
      describeEvidence(marks, SIZE),
      'Most convincing: upper left. Most suspicious: below the middle.',
    );
  });

  it('are rows and columns when both lie in the same part', () => {
    assert.equal(
      describeEvidence([mark(0.375, 0.625, true), mark(0.5, 0.5, false)], SIZE),
      'Most convincing: row 11, column 7. Most suspicious: row 9, column 9.',
    );
  });

  it('is nothing in particular when no part matters', () => {
    assert.equal(describeEvidence([], SIZE), 'He looks at nothing in particular.');
  });
});
