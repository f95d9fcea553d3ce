import * as assert from 'node:assert/strict';
import { FILM_CELLS, filmCells } from '../../../webview/lesson/stage/view/film';
import { gridOf } from '../../../webview/ui/pixels';
import { blackPictures, frameWith, positionAfter } from './frames';

function filmOf(count: number) {
  return Array.from({ length: count }, (_, index) => ({ round: 3 * index, pictures: blackPictures(4) }));
}

describe('The film strip', () => {
  it('is empty before the first frame', () => {
    assert.deepEqual(filmCells(undefined), []);
  });

  it('shows only the present at the very start', () => {
    const frame = frameWith({ film: filmOf(1) });
    assert.deepEqual(filmCells(frame), [{ round: 0, pictures: frame.showcase, now: true }]);
  });

  it('spreads at most ten rounds over the past and ends with the present', () => {
    const cells = filmCells(frameWith({ position: { round: 100, phasesDone: 0 }, film: filmOf(30) }));
    assert.equal(cells.length, FILM_CELLS);
    assert.equal(cells[0]?.round, 0);
    assert.equal(cells.at(-2)?.round, 87);
    assert.deepEqual(
      cells.map(({ now }) => now),
      cells.map((_, cell) => cell === FILM_CELLS - 1),
    );
    assert.ok(cells.every(({ round }, cell) => cell === 0 || round > (cells[cell - 1]?.round ?? NaN)));
  });

  it('names the round in progress as the present', () => {
    const cells = filmCells(frameWith({ position: positionAfter('judge', 6), film: filmOf(3) }));
    assert.deepEqual(
      cells.map(({ round }) => round),
      [0, 3, 6, 7],
    );
  });
});

describe('The grid of a latent vector', () => {
  it('is as square as it can be and holds every value', () => {
    assert.deepEqual(gridOf(16), { columns: 4, rows: 4 });
    assert.deepEqual(gridOf(3), { columns: 2, rows: 2 });
    assert.deepEqual(gridOf(128), { columns: 12, rows: 11 });
    assert.deepEqual(gridOf(1), { columns: 1, rows: 1 });
  });
});
