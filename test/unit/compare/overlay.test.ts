import assert from 'node:assert/strict';
import { overlaidCharts, overlaidData } from '../../../webview/lesson/compare/overlay';
import { aSeries } from '../builders';

describe('The charts of two runs', () => {
  const [distance, kinds] = overlaidCharts(6);
  assert.ok(distance && kinds);

  it('hold a line of each, over the rounds at which either was measured', () => {
    const a = aSeries({}, { miniFid: { 0: 2, 10: 0.5, 30: 0.25 } });
    const b = aSeries({}, { miniFid: { 0: 2, 20: 1 } });
    assert.deepEqual(overlaidData(distance, [a, b]), {
      rounds: [0, 10, 20, 30],
      lines: [
        [2, 0.5, null, 0.25],
        [2, null, 1, null],
      ],
    });
  });

  it('show one run alone until the other is measured, and nothing before either is', () => {
    const a = aSeries({}, { miniFid: { 0: 2 } });
    assert.deepEqual(overlaidData(distance, [a, undefined]), { rounds: [0], lines: [[2], [null]] });
    assert.equal(overlaidData(distance, [undefined, undefined]), undefined);
    assert.equal(overlaidData(kinds, [a, a]), undefined);
  });

  it('draw the two lines differently, so that they can be told apart without colours', () => {
    for (const { lines } of overlaidCharts(6)) {
      assert.deepEqual(
        lines.map(({ name }) => name),
        ['A', 'B'],
      );
      assert.equal(new Set(lines.map(({ look }) => look)).size, 2);
    }
  });

  it('write shares in percent on the axis, as all charts do', () => {
    const share = overlaidCharts(6).find(({ scale }) => scale.kind === 'share');
    assert.equal(share?.formatOnAxis(0.5), '50\u202f%');
  });

  it('leave the kinds out where nobody knows them', () => {
    const measures = overlaidCharts(undefined).flatMap(({ lines }) => lines.map(({ measure }) => measure));
    assert.ok(!measures.includes('effectiveModes'));
  });
});
