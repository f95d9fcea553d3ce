import assert from 'node:assert/strict';
import { labelPlace } from '../../../webview/lesson/evidence/charts/labelPlace';

const PLOT = { width: 200, height: 80 };
const WIDTH = 60;

describe('The label of a level in a chart', () => {
  it('stands above the level on the wanted side where nothing is in the way', () => {
    assert.deepEqual(labelPlace(40, PLOT, WIDTH, 'right', [[20, 35]]), { side: 'right', above: true });
  });

  it('stands below it where a line passes above it', () => {
    assert.deepEqual(labelPlace(40, PLOT, WIDTH, 'right', [[180, 35]]), { side: 'right', above: false });
  });

  it('goes to the other side where lines pass above and below', () => {
    const points = [
      [180, 35],
      [180, 45],
    ] as const;
    assert.deepEqual(labelPlace(40, PLOT, WIDTH, 'right', points), { side: 'left', above: true });
  });

  it('stays within the plot', () => {
    assert.deepEqual(labelPlace(5, PLOT, WIDTH, 'left', []), { side: 'left', above: false });
    assert.deepEqual(labelPlace(75, PLOT, WIDTH, 'left', [[10, 70]]), { side: 'right', above: true });
  });

  it('stands where lines pass least, at best where it is wanted', () => {
    const everywhere = [10, 190].flatMap((x) => [[x, 35] as const, [x, 45] as const]);
    assert.deepEqual(labelPlace(40, PLOT, WIDTH, 'right', everywhere), { side: 'right', above: true });
    const lessThere = [...everywhere, [190, 36] as const, [10, 36] as const, [10, 46] as const];
    assert.deepEqual(labelPlace(40, PLOT, WIDTH, 'right', lessThere), { side: 'right', above: false });
  });
});
