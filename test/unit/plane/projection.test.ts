import assert from 'node:assert/strict';
import { contour } from '../../../webview/lesson/plane/view/contour';
import { viewBoxOf } from '../../../webview/lesson/plane/view/film';
import {
  fromPixels,
  spreadOut,
  toPixels,
  valueAt,
  withinView,
} from '../../../webview/lesson/plane/view/projection';
import { arrowLength, arrowLines } from '../../../webview/lesson/plane/drawing/arrows';
import { opinionColour } from '../../../webview/lesson/plane/drawing/palette';
import { blended } from '../../../webview/lesson/plane/drawing/planePainter';
import { FIELD } from './moments';

const VIEW = { extent: 2, size: 400 };

describe('The projection of the plane', () => {
  it('has y upwards, the origin in the middle, and a way back', () => {
    assert.deepEqual(toPixels(VIEW, { x: 0, y: 0 }), { x: 200, y: 200 });
    assert.deepEqual(toPixels(VIEW, { x: -2, y: 2 }), { x: 0, y: 0 });
    const place = { x: 0.42, y: -1.03 };
    const back = fromPixels(VIEW, toPixels(VIEW, place));
    assert.ok(Math.hypot(back.x - place.x, back.y - place.y) < 1e-12);
  });

  it('keeps what lies outside at the edge', () => {
    assert.deepEqual(withinView(2, { x: 5, y: -0.5 }), { x: 2, y: -0.5 });
  });

  it('reads a grid exactly in the middles of its squares and linearly between them', () => {
    assert.equal(valueAt(FIELD, 2, 1, { x: -0.5, y: -0.5 }), 0);
    assert.equal(valueAt(FIELD, 2, 1, { x: 0.5, y: 0.5 }), 1);
    assert.equal(valueAt(FIELD, 2, 1, { x: 0, y: 0.2 }), 0.5);
    assert.equal(valueAt(FIELD, 2, 1, { x: 1, y: 1 }), 1, 'constant beyond the outermost middle');
    assert.equal(
      valueAt(Float32Array.of(0, 0, 1, 1), 2, 1, { x: 0.9, y: 0.5 }),
      1,
      'higher rows are higher up',
    );
  });

  it('chooses places that keep their distance, the first ones first', () => {
    const places = [0, 1, 5, 6, 20].map((x) => ({ x, y: 0 }));
    assert.deepEqual(spreadOut(places, 4, 9), [0, 2, 4]);
    assert.deepEqual(spreadOut(places, 4, 2), [0, 2]);
  });
});

describe('A contour line', () => {
  it('runs where the level is', () => {
    const slope = Float32Array.from({ length: 16 }, (_, i) => (i % 4) / 3);
    const segments = contour(slope, 4, 0.5);
    assert.equal(segments.length, 3);
    for (const [x1, , x2] of segments) {
      assert.ok(
        Math.abs(x1 - 2) < 1e-6 && Math.abs(x2 - 2) < 1e-6,
        'between the second and the third middle',
      );
    }
  });

  it('closes around a peak', () => {
    const peak = Float32Array.of(0, 0, 0, 0, 1, 0, 0, 0, 0);
    const ends = contour(peak, 3, 0.5).flatMap(([x1, y1, x2, y2]) => [`${x1},${y1}`, `${x2},${y2}`]);
    assert.equal(ends.length, 8);
    assert.ok(
      ends.every((end) => ends.filter((other) => other === end).length === 2),
      'every end is met by another',
    );
  });

  it('separates the corners of a saddle', () => {
    assert.equal(contour(Float32Array.of(1, 0, 0, 1), 2, 0.5).length, 2);
    assert.deepEqual(contour(new Float32Array(9), 3, 0.5), []);
  });
});

describe('Arrows', () => {
  it('grow with the gradient, without bounds being passed', () => {
    const lengths = [0, 0.05, 0.2, 1, 100].map(arrowLength);
    assert.deepEqual(
      lengths,
      lengths.toSorted((a, b) => a - b),
    );
    assert.ok((lengths[0] ?? 0) >= 10, 'the faintest one can be seen');
    assert.ok((lengths[4] ?? 99) <= 34);
  });

  it('point up where y grows', () => {
    const [line] = arrowLines(VIEW, [{ x: 0, y: 0, dx: 0, dy: 2 }]);
    assert.ok(line && line.to.y < line.from.y && line.to.x === line.from.x);
  });

  it('thin out in a crowd', () => {
    const crowd = Array.from({ length: 100 }, (_, i) => ({ x: i / 1e4, y: 0, dx: 1, dy: 0 }));
    assert.equal(arrowLines(VIEW, crowd).length, 1);
  });
});

describe('The colours of the field', () => {
  const colours = { ground: [0, 0, 0], real: [0, 200, 0], forged: [200, 0, 200] } as const;

  it('are the ground where the inspector cannot tell, and those of the kinds where he is sure', () => {
    assert.deepEqual(opinionColour(0.5, colours, 0.5), [0, 0, 0]);
    assert.deepEqual(opinionColour(1, colours, 0.5), [0, 100, 0]);
    assert.deepEqual(opinionColour(0, colours, 0.5), [100, 0, 100]);
  });

  it('fade from the field before an update to the one after it', () => {
    const [before, after] = [Float32Array.of(0, 1), Float32Array.of(1, 1)];
    assert.deepEqual(blended(before, after, 0.25), Float32Array.of(0.25, 1));
    assert.equal(blended(before, after, 1), after);
    assert.equal(blended(undefined, after, 0.5), after);
    assert.equal(blended(new Float32Array(9), after, 0.5), after, 'of another run');
  });
});

describe('The thumbnails of points', () => {
  it('zoom to where nearly all points are, the same in all rounds', () => {
    const points = Array.from({ length: 100 }, (_, i) => [2 + i / 100, 1]).flat();
    const box = viewBoxOf([[...points, 50, 50]]);
    assert.ok(box.extent < 1 && Math.abs(box.x - 2.5) < 0.1 && Math.abs(box.y - 1) < 0.1);
    assert.equal(viewBoxOf([[1, 1]]).extent, 0.3, 'not into a single spot');
  });
});
