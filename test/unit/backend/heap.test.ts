import assert from 'node:assert/strict';
import { Heap } from '../../../webview/backend/simd/heap';

describe('The heap of the kernels', () => {
  it('gives every array its own room, at multiples of 64 bytes', () => {
    const heap = new Heap();
    const arrays = [1, 15, 16, 17, 100, 1000, 12_345].map((count) => ({
      count,
      address: heap.allocate(count),
    }));
    for (const [i, { address }] of arrays.entries()) {
      assert.equal(address % 64, 0);
      assert.ok(address > 0);
      const previous = arrays[i - 1];
      // Up to whole vectors, because kernels may write past the last element.
      if (previous) {
        assert.ok(address >= previous.address + Math.ceil(previous.count / 16) * 64);
      }
    }
  });

  it('reuses what was released for an array of about the same size', () => {
    const heap = new Heap();
    const address = heap.allocate(1000);
    heap.release(address, 1000);
    assert.equal(heap.allocate(990), address);
  });

  it('counts what is in use and what it ever needed', () => {
    const heap = new Heap();
    const before = heap.reservedBytes;
    const addresses = [heap.allocate(16), heap.allocate(16)];
    assert.equal(heap.usedBytes, 128);
    for (const address of addresses) {
      heap.release(address, 16);
    }
    assert.equal(heap.usedBytes, 0);
    assert.equal(heap.reservedBytes, before + 128);
  });

  it('grows its memory when it is full, and leaves room to read past the end', () => {
    const heap = new Heap();
    const count = heap.memory.buffer.byteLength / 4;
    const address = heap.allocate(count);
    assert.ok(heap.memory.buffer.byteLength >= address + 4 * count + 12);
  });

  it('says so when the memory can grow no further', () => {
    const heap = new Heap();
    assert.throws(() => heap.allocate(2 ** 30), RangeError);
  });
});
