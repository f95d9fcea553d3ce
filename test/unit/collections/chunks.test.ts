import assert from 'node:assert/strict';
import { inChunks } from '../../../src/collections/chunks';

const sizes = (bytes: readonly number[], mostBytes: number, mostItems = 99) =>
  inChunks(bytes, (size) => size, mostBytes, mostItems);

describe('Chunks', () => {
  it('hold as much as they may, in the order of the things', () => {
    assert.deepEqual(sizes([3, 3, 4, 1, 9, 2], 10), [[3, 3, 4], [1, 9], [2]]);
  });

  it('hold at most so many things', () => {
    assert.deepEqual(sizes([1, 1, 1, 1, 1], 10, 2), [[1, 1], [1, 1], [1]]);
  });

  it('take a thing that is too large alone', () => {
    assert.deepEqual(sizes([1, 20, 1], 10), [[1], [20], [1]]);
  });

  it('put together again are what they were', () => {
    const bytes = Array.from({ length: 500 }, (_, i) => (i * 7919) % 41);
    assert.deepEqual(sizes(bytes, 100, 7).flat(), bytes);
    assert.deepEqual(sizes([], 10), []);
  });
});
