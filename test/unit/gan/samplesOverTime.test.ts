import assert from 'node:assert/strict';
import { SamplesOverTime, isRecorded } from '../../../webview/gan/display/samplesOverTime';
import { isQualityRound } from '../../../src/shared/domain/measures';

const PICTURE = { count: 1, size: 1, rgba: new Uint8ClampedArray(4) };

function samplesOf(rounds: number): SamplesOverTime {
  const samplesOverTime = new SamplesOverTime();
  for (let round = 0; round <= rounds; round++) {
    if (isRecorded(round)) {
      samplesOverTime.add({ round, pictures: PICTURE });
    }
  }
  return samplesOverTime;
}

const roundsOf = (samplesOverTime: SamplesOverTime) => samplesOverTime.frames.map(({ round }) => round);

describe('The samples over time', () => {
  it('takes every round at first and ever fewer later', () => {
    assert.deepEqual(roundsOf(samplesOf(30)), [0, 1, 2, 3, 4, 5, 7, 9, 12, 15, 19, 24, 30]);
  });

  it('stays bounded, keeps its beginning and covers the whole run by ratios', () => {
    const rounds = roundsOf(samplesOf(20_000));
    assert.ok(rounds.length <= 24);
    assert.equal(rounds[0], 0);
    assert.ok((rounds.at(-1) ?? 0) > 20_000 / 1.3);
    for (let index = 1; index < rounds.length; index++) {
      const [earlier = NaN, later = NaN] = [rounds[index - 1], rounds[index]];
      assert.ok(later > earlier);
      assert.ok((later + 1) / (earlier + 1) < 2.5, `${earlier} to ${later}`);
    }
  });

  it('ends with the present, once', () => {
    assert.deepEqual(
      samplesOf(9)
        .upTo({ round: 9, pictures: PICTURE })
        .map(({ round }) => round),
      [0, 1, 2, 3, 4, 5, 7, 9],
    );
    assert.deepEqual(
      samplesOf(9)
        .upTo({ round: 10, pictures: PICTURE })
        .map(({ round }) => round)
        .slice(-2),
      [9, 10],
    );
  });
});

describe('Quality', () => {
  it('is measured often at first', () => {
    const rounds = Array.from({ length: 301 }, (_, round) => round).filter(isQualityRound);
    assert.deepEqual(rounds, [0, 10, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200, 250, 300]);
  });
});
