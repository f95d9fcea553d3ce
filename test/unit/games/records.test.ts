import assert from 'node:assert/strict';
import { pageMemory } from '../../../webview/ui/pageMemory';
import { bestAt, GameRecords, scoresByRound } from '../../../webview/lesson/games/records';
import { Sketchbook } from '../../../webview/lesson/games/forger/sketchbook';
import { Memory } from '../panel/memory';

describe('The results of games', () => {
  it('are kept for each lesson, and found again by the next page', () => {
    const memory = new Memory();
    new GameRecords(memory).addHand('one', { round: 4, total: 16, yours: 12, his: 10 });
    const later = new GameRecords(memory);
    later.addHand('one', { round: 4, total: 16, yours: 14, his: 16 });
    later.addHand('one', { round: 1, total: 8, yours: 8, his: 4 });
    later.addHand('two', { round: 9, total: 16, yours: 1, his: 2 });
    assert.deepEqual(scoresByRound(new GameRecords(memory).of('one')), [
      { round: 1, total: 8, yours: 1, his: 0.5 },
      { round: 4, total: 32, yours: 26 / 32, his: 26 / 32 },
    ]);
  });

  it('hold the best forgery by the inspector of each round', () => {
    const records = new GameRecords(new Memory());
    assert.ok(records.addScore('one', 100, 0.3));
    assert.ok(!records.addScore('one', 100, 0.2));
    assert.ok(records.addScore('one', 100, 0.4));
    assert.ok(records.addScore('one', 200, 0.1));
    assert.equal(bestAt(records.of('one'), 100), 0.4);
    assert.equal(bestAt(records.of('one'), 200), 0.1);
    assert.equal(bestAt(records.of('two'), 100), undefined);
  });

  it('begin anew where something else was kept', () => {
    const memory = new Memory();
    memory.write('games', { one: { hands: 'many' } });
    const records = new GameRecords(memory);
    assert.deepEqual(records.of('one'), { hands: [], bests: [] });
    records.addHand('one', { round: 1, total: 16, yours: 9, his: 9 });
    assert.equal(records.of('one').hands.length, 1);
  });
});

describe('A forgery that was begun', () => {
  it('is there again after the game was left, each kind for itself', () => {
    const memory = new Memory();
    const picture = Uint8ClampedArray.of(1, 2, 3, 255);
    const points = Float32Array.of(0.5, -0.25);
    new Sketchbook(memory).keep('one', { picture, points });
    assert.deepEqual(new Sketchbook(memory).of('one'), { picture, points });
    assert.deepEqual(new Sketchbook(memory).of('two'), { picture: undefined, points: undefined });
  });
});

describe('The memory of a page', () => {
  it('keeps several things in the one state of VS Code', () => {
    let state: unknown = 'something of an older version';
    const api = { getState: () => state, setState: (value: unknown) => void (state = value) };
    const memory = pageMemory(api);
    assert.equal(memory.read('a'), undefined);
    memory.write('a', [1]);
    memory.write('b', { two: 2 });
    assert.deepEqual([pageMemory(api).read('a'), pageMemory(api).read('b')], [[1], { two: 2 }]);
  });
});
