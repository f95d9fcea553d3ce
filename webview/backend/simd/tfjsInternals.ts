import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import { getKernel, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import type { SimdBackend } from './simdBackend';

/**
 * What one of our kernels does: the result, or undefined for inputs that it leaves to tfjs's own kernel of the same name.
 * It must not have allocated an output when it returns undefined.
 */
type KernelFunction<Inputs, Attributes> = (
  backend: SimdBackend,
  inputs: Inputs,
  attributes: Attributes,
) => TensorInfo | TensorInfo[] | undefined;

/** A kernel with its name, its types forgotten as tfjs's registry wants it. */
interface NamedKernel {
  readonly name: string;
  readonly run: KernelFunction<unknown, unknown>;
}

/**
 * Pairs a kernel with the name under which tfjs calls it. tfjs's registry has no types: what the operations of tfjs pass
 * to a kernel of that name is asserted by `Inputs` and `Attributes`, here and nowhere else.
 */
export function named<Inputs, Attributes>(
  name: string,
  run: KernelFunction<Inputs, Attributes>,
): NamedKernel {
  return {
    name,
    run: (backend, inputs, attributes) => run(backend, inputs as Inputs, attributes as Attributes),
  };
}

/**
 * Lists of tensors of one length as tfjs hands them to a kernel: all of the first list under 0, 1, ..., then all of the
 * second, and so on.
 *
 * @returns the first of each list, then the second of each, ...
 */
export function rowsOf(inputs: Readonly<Record<string, TensorInfo>>, lists: number): TensorInfo[][] {
  const tensors = Object.values(inputs);
  const length = tensors.length / lists;
  const rows: TensorInfo[][] = Array.from({ length }, () => []);
  tensors.forEach((tensor, index) => rows[index % length]?.push(tensor));
  return rows;
}

/**
 * Registers `kernel` for the backend, in place of the kernel of that name, if there is one, which then serves as the
 * fallback. The backend registered under `backendName` must be a SimdBackend.
 */
export function replaceKernel(kernel: NamedKernel, backendName: string): void {
  // The registry returns undefined for a kernel it does not have, although its type does not say so.
  const fallback: KernelConfig | undefined = getKernel(kernel.name, backendName);
  if (fallback) {
    unregisterKernel(kernel.name, backendName);
  }
  registerKernel({
    kernelName: kernel.name,
    backendName,
    kernelFunc: (call) => {
      // tfjs passes the backend that is registered under `backendName`.
      const backend = call.backend as SimdBackend;
      const result = kernel.run(backend, call.inputs, call.attrs);
      backend.releaseScratch();
      if (result) {
        return result;
      }
      if (fallback) {
        return fallback.kernelFunc(call);
      }
      throw new Error(`The kernel ${kernel.name} does not support these inputs`);
    },
  });
}
