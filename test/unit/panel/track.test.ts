import assert from 'node:assert/strict';
import type { SamplesAtRound, RunFrame } from '../../../src/shared/wire/run';
import { TRACK_CELLS, placeOfRound, roundAtPlace, trackCells } from '../../../webview/lesson/timeline/track';
import { frameAt, pictures } from './frames';

function filmOf(rounds: readonly number[]): SamplesAtRound[] {
  return rounds.map((round) => ({ round, pictures: pictures(1) }));
}

function frame(round: number, latest = round, more: Partial<RunFrame> = {}): RunFrame {
  return frameAt(
    { round, phasesDone: 0 },
    { history: { firstRound: 0, latest: { round: latest, phasesDone: 0 } }, ...more },
  );
}

describe('The film strip', () => {
  it('shows only the present at the very start', () => {
    const start = frame(0);
    assert.deepEqual(trackCells(start, filmOf([0])), [
      { round: 0, film: { round: 0, pictures: start.fixedSamples }, kind: 'now' },
    ]);
  });

  it('has the hints of the present where the frame carries them', () => {
    const hints = { pictures: pictures(1), norms: [0.5] };
    const present = { round: 4, pictures: pictures(1), hints };
    const [cell] = trackCells(frame(4, 4, { samplesOverTime: [present] }), [present]).slice(-1);
    assert.equal(cell?.film?.hints, hints);
  });

  it('spreads at most ten rounds over the run, from the first to the present', () => {
    const rounds = Array.from({ length: 30 }, (_, index) => 3 * index);
    const cells = trackCells(frame(100), filmOf([...rounds, 100]));
    assert.equal(cells.length, TRACK_CELLS);
    assert.deepEqual([cells[0]?.round, cells.at(-2)?.round, cells.at(-1)?.round], [0, 87, 100]);
    assert.ok(cells.every(({ kind }, cell) => kind === (cell === TRACK_CELLS - 1 ? 'now' : 'past')));
  });

  it('names the round in progress as the present', () => {
    const judging = frameAt({ round: 6, phasesDone: 3 });
    assert.deepEqual(
      trackCells(judging, filmOf([0, 3, 6])).map(({ round }) => round),
      [0, 3, 6, 7],
    );
  });

  it('stays as it is while a person looks back, and tells the future apart', () => {
    const film = filmOf([0, 10, 20, 30, 40]);
    const kinds = trackCells(frame(20, 40), film).map(({ round, kind }) => `${round} ${kind}`);
    assert.deepEqual(kinds, ['0 past', '10 past', '20 past', '30 future', '40 future']);
  });

  it('leaves the latest round empty where nobody saw it since the panel came back', () => {
    const latest = trackCells(frame(20, 40), filmOf([0, 10])).at(-1);
    assert.deepEqual(latest, { round: 40, film: undefined, kind: 'future' });
  });
});

describe('The slider under the film strip', () => {
  const rounds = [0, 1, 2, 5, 10, 20, 57];

  it('has each filmed round below its picture, and the others between them in proportion', () => {
    assert.deepEqual(
      rounds.map((round) => placeOfRound(rounds, round)),
      [0, 1, 2, 3, 4, 5, 6],
    );
    assert.equal(placeOfRound(rounds, 15), 4.5);
  });

  it('leads to every round', () => {
    for (let round = 0; round <= 57; round++) {
      assert.equal(roundAtPlace(rounds, placeOfRound(rounds, round)), round);
    }
  });

  it('leads to the last round where there are no pictures yet', () => {
    assert.equal(roundAtPlace(rounds, 9), 57);
    assert.equal(placeOfRound(rounds, 99), 6);
  });

  it('stands at the beginning while there is no run', () => {
    assert.equal(placeOfRound([], 0), 0);
    assert.equal(roundAtPlace([], 0.5), 0);
  });
});
