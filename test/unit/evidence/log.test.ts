import assert from 'node:assert/strict';
import type { Position } from '../../../src/shared/domain/phases';
import { logEntries, type LogSource } from '../../../webview/lesson/evidence/log/entries';
import { MOST_TOLD, appendEntry, type Told } from '../../../webview/lesson/evidence/log/logEntries';
import { aSeries } from './series';

const at = (round: number, phasesDone: number): Position => ({ round, phasesDone });

const PICTURES: LogSource = {
  series: aSeries(
    [1, 2, 10],
    { accuracyOnReal: [1, 0.5, 0.75], accuracyOnFake: [0, 0.25, 1], miniFid: [1.4, 0.61] },
    [0, 10],
  ),
  pins: [{ round: 2, kind: 'branch', text: 'A branch began here' }],
  told: [],
  onPlane: false,
  modes: 6,
};

describe('The log of the story', () => {
  it('tells each round in a sentence with its numbers, the latest first', () => {
    const entries = logEntries(PICTURES);
    assert.deepEqual(
      entries.map(({ round }) => round),
      [10, 2, 1],
    );
    assert.match(entries[0]?.text ?? '', /^Round 10: .* 75.% .* 100.% .* Distance from real: 0.61\.$/);
    assert.doesNotMatch(entries[1]?.text ?? '', /Distance/, 'which was not measured in round 2');
  });

  it('tells of clusters instead where samples are points', () => {
    const series = aSeries([20], { accuracyOnReal: [1], accuracyOnFake: [1], effectiveModes: [2.1] }, [20]);
    const [entry] = logEntries({ ...PICTURES, series, onPlane: true, modes: 8 });
    assert.match(entry?.text ?? '', /The forger reaches 2.1 of 8 clusters\.$/);
  });

  it('tells at each round what was of note', () => {
    assert.deepEqual(logEntries(PICTURES)[1]?.notes, ['A branch began here']);
  });

  it('has the phases that somebody stepped through, also of the round in progress', () => {
    const told = [
      { position: at(9, 6), text: 'The **hints** flow back.' },
      { position: at(10, 0), text: 'One small step.' },
      { position: at(10, 1), text: 'The museum lends.' },
    ];
    const [present, last] = logEntries({ ...PICTURES, told });
    assert.deepEqual([present?.round, present?.text], [11, undefined]);
    assert.deepEqual(present?.phases, [{ name: 'Draw', text: 'The museum lends.' }]);
    assert.deepEqual(last?.phases, [
      { name: 'Hints flow back', text: 'The hints flow back.' },
      { name: 'Forger learns', text: 'One small step.' },
    ]);
  });

  it('is empty before the first round', () => {
    assert.deepEqual(logEntries({ ...PICTURES, series: aSeries([], {}, [0]), pins: [] }), []);
  });
});

describe('The sentences of phases', () => {
  it('hold once for each moment, in the order of the run', () => {
    const told = [at(1, 2), at(1, 1), at(1, 2)].reduce<readonly Told[]>(
      (sentences, position, index) => appendEntry(sentences, { position, text: String(index) }, undefined),
      [],
    );
    assert.deepEqual(told, [
      { position: at(1, 1), text: '1' },
      { position: at(1, 2), text: '2' },
    ]);
  });

  it('end where a branch begins', () => {
    const later = [{ position: at(8, 1), text: 'given up' }];
    assert.deepEqual(appendEntry(later, { position: at(5, 1), text: 'new' }, at(5, 1)), [
      { position: at(5, 1), text: 'new' },
    ]);
  });

  it('are bounded, and the latest stay', () => {
    let told: readonly Told[] = [];
    for (let round = 1; round <= 100; round++) {
      told = appendEntry(told, { position: at(round, 1), text: '' }, undefined);
    }
    assert.equal(told.length, MOST_TOLD);
    assert.equal(told.at(-1)?.position.round, 100);
  });
});
