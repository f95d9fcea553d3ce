import type { DataType, TensorInfo, backend_util } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu/dist/base';
import type { Heap } from './heap';
import type { Address, KernelModule } from './kernelModule';

/** A part of the kernels' memory. */
interface Room {
  readonly address: Address;
  readonly count: number;
}

/** A tensor whose floats lie in the kernels' memory. */
export interface FloatTensor extends TensorInfo {
  readonly address: Address;
}

/**
 * The data of a tensor in WebAssembly memory, in the form that MathBackendCPU keeps for each tensor. `values` is a view,
 * made when first asked for and again after the memory grew, so that every tfjs kernel works on it unchanged.
 */
class FloatBlock {
  readonly dtype = 'float32';
  refCount = 1;
  private latestView: Float32Array | undefined;
  private attachedRooms: Room[] | undefined;

  constructor(
    readonly heap: Heap,
    readonly address: Address,
    readonly count: number,
  ) {}

  /** Rooms that go when this one goes. */
  get attached(): readonly Room[] {
    return this.attachedRooms ?? [];
  }

  attach(room: Room): void {
    (this.attachedRooms ??= []).push(room);
  }

  get values(): Float32Array {
    const { buffer } = this.heap.memory;
    if (this.latestView?.buffer !== buffer) {
      this.latestView = new Float32Array(buffer, this.address, this.count);
    }
    return this.latestView;
  }
}

/**
 * tfjs's CPU backend with tensors that can lie in WebAssembly memory. The kernels registered for it (register.ts) read
 * and write that memory; every other kernel is tfjs's own JavaScript, working on views. A tensor that JavaScript wrote
 * moves into the memory when one of our kernels first uses it.
 */
export class SimdBackend extends MathBackendCPU {
  private borrowed: Room[] = [];
  private wholeHeap = new Float32Array();

  constructor(
    readonly kernels: KernelModule,
    readonly heap: Heap,
  ) {
    super();
  }

  /**
   * Address of the tensor's floats. Valid until the kernel that asks for it ends.
   * The tensor's dtype must be float32.
   */
  address(tensor: TensorInfo): Address {
    const data = this.data.get(tensor.dataId);
    if (data instanceof FloatBlock) {
      return data.address;
    }
    const values = data.values;
    if (!(values instanceof Float32Array)) {
      // A cast from int32 or bool shares the data of its input, which must keep its type: work on a copy.
      const count = util.sizeFromShape(tensor.shape);
      const copy = this.scratch(count);
      const view = new Float32Array(this.heap.memory.buffer, copy, count);
      for (let i = 0; i < count; i++) {
        view[i] = Number(values?.[i]);
      }
      return copy;
    }
    const block = new FloatBlock(this.heap, this.heap.allocate(values.length), values.length);
    block.values.set(values);
    block.refCount = data.refCount;
    // Deleting first keeps DataStorage's count right: its `set` counts every call.
    this.data.delete(tensor.dataId);
    this.data.set(tensor.dataId, block);
    return block.address;
  }

  /** All of the kernels' memory; the floats of an array begin at a quarter of its address. Until the memory grows. */
  get floats(): Float32Array {
    const { buffer } = this.heap.memory;
    if (this.wholeHeap.buffer !== buffer) {
      this.wholeHeap = new Float32Array(buffer);
    }
    return this.wholeHeap;
  }

  /** A new float32 tensor of undefined content, for a kernel to fill and return. */
  output(shape: number[]): FloatTensor {
    const count = util.sizeFromShape(shape);
    const address = this.heap.allocate(count);
    const dataId = {};
    this.data.set(dataId, new FloatBlock(this.heap, address, count));
    return { dataId, shape, dtype: 'float32', address };
  }

  /** Room for `count` floats until the running kernel ends. */
  scratch(count: number): Address {
    const address = this.heap.allocate(count);
    this.borrowed.push({ address, count });
    return address;
  }

  /** Room for `count` floats beside a tensor that a kernel makes, for other kernels to read, until it is disposed. */
  attach(tensor: TensorInfo, count: number): Address {
    const address = this.heap.allocate(count);
    const data = this.data.get(tensor.dataId);
    if (data instanceof FloatBlock) {
      data.attach({ address, count });
    }
    return address;
  }

  /** Addresses of what was attached to a tensor, in that order. */
  attachedTo(tensor: TensorInfo): Address[] {
    const data = this.data.get(tensor.dataId);
    return data instanceof FloatBlock ? data.attached.map(({ address }) => address) : [];
  }

  /** Called after each kernel. */
  releaseScratch(): void {
    for (const { address, count } of this.borrowed) {
      this.heap.release(address, count);
    }
    this.borrowed.length = 0;
  }

  /** Copies `count` floats within the memory. */
  copy(from: Address, to: Address, count: number): void {
    new Uint8Array(this.heap.memory.buffer).copyWithin(to, from, from + count * 4);
  }

  override write(values: backend_util.BackendValues, _shape: number[], dtype: DataType): object {
    const dataId = {};
    // tfjs's kernels may return a part of their input (slice); a view of our memory must not outlive its room.
    const own = values instanceof Float32Array && values.buffer === this.heap.memory.buffer;
    this.data.set(dataId, { values: own ? values.slice() : values, dtype, refCount: 1 });
    return dataId;
  }

  override readSync(dataId: object): backend_util.BackendValues {
    const data = this.data.get(dataId);
    return data instanceof FloatBlock ? data.values.slice() : super.readSync(dataId);
  }

  override disposeData(dataId: object, force = false): boolean {
    const data = this.data.has(dataId) ? this.data.get(dataId) : undefined;
    const gone = super.disposeData(dataId, force);
    if (gone && data instanceof FloatBlock) {
      for (const { address, count } of [data, ...data.attached]) {
        this.heap.release(address, count);
      }
    }
    return gone;
  }
}
