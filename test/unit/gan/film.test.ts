import assert from 'node:assert/strict';
import { Film, isFilmed } from '../../../webview/gan/display/film';
import { isQualityRound } from '../../../src/shared/domain/measures';

const PICTURE = { count: 1, size: 1, rgba: new Uint8ClampedArray(4) };

function filmOf(rounds: number): Film {
  const film = new Film();
  for (let round = 0; round <= rounds; round++) {
    if (isFilmed(round)) {
      film.add(round, PICTURE);
    }
  }
  return film;
}

const roundsOf = (film: Film) => film.frames.map(({ round }) => round);

describe('The film', () => {
  it('takes every round at first and ever fewer later', () => {
    assert.deepEqual(roundsOf(filmOf(30)), [0, 1, 2, 3, 4, 5, 7, 9, 12, 15, 19, 24, 30]);
  });

  it('stays bounded, keeps its beginning and covers the whole run by ratios', () => {
    const rounds = roundsOf(filmOf(20_000));
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
      filmOf(9)
        .upTo(9, PICTURE)
        .map(({ round }) => round),
      [0, 1, 2, 3, 4, 5, 7, 9],
    );
    assert.deepEqual(
      filmOf(9)
        .upTo(10, PICTURE)
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
