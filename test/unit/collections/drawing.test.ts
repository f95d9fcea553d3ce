import assert from 'node:assert/strict';
import { MOST_POINTS, PLANE_REACH } from '../../../src/shared/domain/collection';
import {
  countPoints,
  draw,
  drawnPoints,
  MOST_SPRAY,
  startDrawing,
  type DrawingAction,
  type DrawingState,
} from '../../../webview/lesson/collections/drawing';
import { padAction } from '../../../webview/lesson/collections/padKeys';

/** Numbers that look random and are always the same. */
function testRandom(): () => number {
  let state = 7;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

function drawn(actions: readonly DrawingAction[], from = startDrawing(new Float32Array())): DrawingState {
  const random = testRandom();
  return actions.reduce((state, action) => draw(state, action, random), from);
}

const SINGLE: DrawingAction = { type: 'spray', amount: 1 };

function keys(...pressed: readonly string[]): DrawingAction[] {
  return pressed.flatMap((text) => {
    const parts = text.split('+');
    const action = padAction({
      key: parts.at(-1) ?? '',
      shiftKey: parts.includes('Shift'),
      ctrlKey: parts.includes('Ctrl'),
      metaKey: false,
      altKey: parts.includes('Alt'),
    });
    return action ? [action] : [];
  });
}

describe('Drawing points', () => {
  it('with the pointer drops points along its way', () => {
    const state = drawn([
      SINGLE,
      { type: 'begin', at: [0, 0] },
      { type: 'drawTo', at: [0.01, 0] },
      { type: 'drawTo', at: [0.1, 0] },
      { type: 'end' },
      { type: 'drawTo', at: [1, 1] },
    ]);
    assert.deepEqual(drawnPoints(state), Float32Array.of(0, 0, 0.1, 0));
  });

  it('with the keyboard moves the cross, drops a point, and draws', () => {
    const state = drawn([SINGLE, ...keys('ArrowRight', 'ArrowUp', ' ', 'Shift+ArrowLeft')]);
    const expected = [0.1, 0.1, 0.05, 0.1];
    const actual = Array.from(drawnPoints(state));
    assert.equal(actual.length, expected.length);
    assert.ok(
      actual.every((value, i) => Math.abs(value - (expected[i] ?? NaN)) < 1e-6),
      actual.join(),
    );
  });

  it('sprays as many points as are wanted, near the pencil', () => {
    const state = drawn([
      { type: 'spray', amount: 12 },
      { type: 'begin', at: [0.5, -0.5] },
    ]);
    assert.equal(countPoints(state), 12);
    assert.equal(new Set(drawnPoints(state)).size, 24);
    assert.ok(state.strokes.flat().every(([x, y]) => Math.hypot(x - 0.5, y + 0.5) <= 0.08));
    assert.equal(drawn([{ type: 'spray', amount: 99 }]).spray, MOST_SPRAY);
    assert.equal(drawn([{ type: 'spray', amount: -1 }]).spray, 1);
  });

  it('takes back stroke by stroke, or all', () => {
    const two = drawn([SINGLE, ...keys(' ', 'ArrowUp', ' ')]);
    assert.equal(countPoints(two), 2);
    const one = drawn(keys('Ctrl+z'), two);
    assert.deepEqual(drawnPoints(one), Float32Array.of(0, 0));
    assert.equal(countPoints(drawn([{ type: 'undo' }, { type: 'undo' }, { type: 'undo' }], two)), 0);
    assert.equal(countPoints(drawn([{ type: 'clear' }], two)), 0);
  });

  it('stays on the plane', () => {
    const far = drawn([
      SINGLE,
      { type: 'begin', at: [9, -9] },
      ...keys(...Array.from({ length: 50 }, () => 'ArrowLeft')),
    ]);
    assert.deepEqual(drawnPoints(far), Float32Array.of(PLANE_REACH, -PLANE_REACH));
    assert.deepEqual(far.cursor[0], -PLANE_REACH);
  });

  it('ends when there is no room for more', () => {
    const nearlyFull = startDrawing(new Float32Array(2 * (MOST_POINTS - 3)));
    const state = drawn([...keys(' '), ...keys(' ')], nearlyFull);
    assert.equal(countPoints(state), MOST_POINTS);
    assert.equal(countPoints(drawn([{ type: 'undo' }], state)), MOST_POINTS - 3);
  });

  it('goes on from what was drawn before', () => {
    const before = Float32Array.of(0.25, 0.5, -0.75, 1);
    assert.deepEqual(drawnPoints(startDrawing(before)), before);
  });

  it('leaves other keys alone', () => {
    assert.deepEqual(keys('Tab', 'Escape', 'Enter', 'Alt+ArrowLeft', 'Ctrl+ArrowLeft', 'Ctrl+Shift+z'), []);
  });
});
