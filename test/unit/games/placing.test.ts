import assert from 'node:assert/strict';
import { DRAWN_POINTS } from '../../../src/shared/wire/games';
import {
  beginPlacing,
  place,
  pointAt,
  shownPoints,
  type PlaceAction,
} from '../../../webview/lesson/games/forger/placing';

const EXTENT = 2;

function after(...actions: PlaceAction[]) {
  return actions.reduce(place, beginPlacing(EXTENT));
}

describe('The points of who plays the forger', () => {
  it('lie around the middle at first, apart from each other', () => {
    const { work } = shownPoints(beginPlacing(EXTENT));
    const places = Array.from({ length: DRAWN_POINTS }, (_, point) => pointAt(work, point));
    assert.equal(new Set(places.map(({ x, y }) => `${x} ${y}`)).size, DRAWN_POINTS);
    assert.ok(places.every(({ x, y }) => Math.hypot(x, y) < EXTENT / 2));
  });

  it('are dragged in one stroke, and never off the plane', () => {
    const state = after(
      { type: 'dragTo', point: 3, to: { x: 1, y: 1 } },
      { type: 'dragTo', point: 3, to: { x: 9, y: -1 } },
      { type: 'end' },
    );
    assert.deepEqual(pointAt(shownPoints(state).work, 3), { x: EXTENT, y: -1 });
    assert.equal(state.drafts.list.length, 2);
    assert.deepEqual(
      shownPoints(place(state, { type: 'undo' })).work,
      shownPoints(beginPlacing(EXTENT)).work,
    );
  });

  it('are chosen and moved by keyboard', () => {
    const before = pointAt(shownPoints(beginPlacing(EXTENT)).work, 5);
    const state = after({ type: 'choose', point: 5 }, { type: 'nudge', by: { x: 0.5, y: -0.25 } });
    const { x, y } = pointAt(shownPoints(state).work, 5);
    assert.ok(Math.abs(x - before.x - 0.5) < 1e-6 && Math.abs(y - before.y + 0.25) < 1e-6);
    assert.equal(place(state, { type: 'choose', point: DRAWN_POINTS }).current, 5);
  });

  it('follow the arrows: each in its direction, those that are pushed harder farther', () => {
    const arrows = new Float32Array(2 * DRAWN_POINTS);
    arrows.set([4, 0], 0);
    arrows.set([0, -2], 2);
    const before = shownPoints(beginPlacing(EXTENT)).work;
    const moved = shownPoints(after({ type: 'follow', arrows })).work;
    const step = (point: number) => {
      const [from, to] = [pointAt(before, point), pointAt(moved, point)];
      return { x: to.x - from.x, y: to.y - from.y };
    };
    assert.ok(step(0).x > 0 && Math.abs(step(0).y) < 1e-6);
    assert.ok(Math.abs(step(1).y + step(0).x / 2) < 1e-6);
    assert.deepEqual(step(2), { x: 0, y: 0 });
  });

  it('stay where nothing pushes them', () => {
    const begun = beginPlacing(EXTENT);
    assert.equal(place(begun, { type: 'follow', arrows: new Float32Array(2 * DRAWN_POINTS) }), begun);
  });
});
