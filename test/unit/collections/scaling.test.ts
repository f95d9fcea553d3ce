import assert from 'node:assert/strict';
import { areaAverage } from '../../../src/shared/domain/areaAverage';
import { centredSquare, halvings } from '../../../src/shared/domain/square';

/** A grey picture of these levels, opaque. */
function grey(levels: readonly number[]): Uint8ClampedArray {
  return Uint8ClampedArray.from(levels.flatMap((level) => [level, level, level, 255]));
}

const reds = (rgb: Uint8Array) => Array.from(rgb).filter((_, i) => i % 3 === 0);

describe('The square of a picture', () => {
  it('is its middle', () => {
    assert.deepEqual(centredSquare(300, 100), { x: 100, y: 0, side: 100 });
    assert.deepEqual(centredSquare(100, 301), { x: 0, y: 100, side: 100 });
    assert.deepEqual(centredSquare(5, 5), { x: 0, y: 0, side: 5 });
    assert.deepEqual(centredSquare(1, 4000), { x: 0, y: 1999, side: 1 });
  });
});

describe('Halving', () => {
  it('ends at the first square that is small enough', () => {
    assert.deepEqual(halvings(4000, 112), [2000, 1000, 500, 250, 125, 63]);
    assert.deepEqual(halvings(113, 112), [57]);
  });

  it('leaves small pictures as they are', () => {
    assert.deepEqual(halvings(112, 112), [112]);
    assert.deepEqual(halvings(1, 112), [1]);
  });

  it('never skips a pixel', () => {
    for (let side = 1; side < 3000; side += 7) {
      const sides = [side, ...halvings(side, 112)];
      assert.ok(
        sides.slice(1).every((next, i) => 2 * next >= (sides[i] ?? 0)),
        sides.join(),
      );
      assert.ok((sides.at(-1) ?? 0) <= 112);
    }
  });
});

describe('The mean over areas', () => {
  it('leaves a picture of the right size as it is', () => {
    const levels = Array.from({ length: 144 }, (_, i) => (i * 37) % 256);
    assert.deepEqual(reds(areaAverage(grey(levels), 12, 12)), levels);
  });

  it('takes whole blocks together', () => {
    assert.deepEqual(
      reds(areaAverage(grey([0, 10, 100, 200, 20, 30, 200, 100, 1, 1, 5, 5, 1, 1, 5, 5]), 4, 2)),
      [15, 150, 1, 5],
    );
  });

  it('divides pixels that belong to two parts', () => {
    // Each of two parts covers one and a half of three pixels.
    const row = [0, 90, 240];
    assert.deepEqual(reds(areaAverage(grey([...row, ...row, ...row]), 3, 2)), [30, 190, 30, 190]);
  });

  it('makes larger pictures of repeated pixels', () => {
    assert.deepEqual(
      reds(areaAverage(grey([1, 2, 3, 4]), 2, 4)),
      [1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4],
    );
  });

  it('keeps the mean of any picture, and one colour of any size', () => {
    for (const side of [1, 13, 28, 57, 112]) {
      const levels = Array.from({ length: side * side }, (_, i) => (i * 101) % 256);
      const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
      for (const size of [12, 16, 28]) {
        const scaled = reds(areaAverage(grey(levels), side, size));
        const scaledMean = scaled.reduce((sum, level) => sum + level, 0) / scaled.length;
        assert.ok(Math.abs(scaledMean - mean) <= 0.5, `${side} to ${size}: ${scaledMean}, not ${mean}`);
        assert.ok(reds(areaAverage(grey(levels.map(() => 77)), side, size)).every((level) => level === 77));
      }
    }
  });

  it('keeps colours apart', () => {
    assert.deepEqual([...areaAverage(Uint8ClampedArray.of(255, 128, 3, 255), 1, 1)], [255, 128, 3]);
  });
});
