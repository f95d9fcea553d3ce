import bytes from '../kernels.wasm';

/** Address of an array of floats in the kernels' memory, in bytes; 0 for no array. */
export type Address = number;

type UnaryKernel = (x: Address, out: Address, count: number, alpha: number) => void;
type BinaryKernel = (
  a: Address,
  aCount: number,
  b: Address,
  bCount: number,
  out: Address,
  count: number,
) => void;
type ReductionKernel = (x: Address, out: Address, rows: number, columns: number, scale: number) => void;
export type PatchKernel = (
  from: Address,
  to: Address,
  images: number,
  height: number,
  width: number,
  channels: number,
  outHeight: number,
  outWidth: number,
  filterHeight: number,
  filterWidth: number,
  strideHeight: number,
  strideWidth: number,
  padTop: number,
  padLeft: number,
) => void;

/** The functions that webview/backend/kernels exports; their contracts stand there. */
export interface KernelModule {
  matrixProduct(
    a: Address,
    aRow: number,
    aColumn: number,
    b: Address,
    out: Address,
    rows: number,
    columns: number,
    depth: number,
    bias: Address,
    accumulate: number,
  ): void;
  matrixVectorProduct(a: Address, x: Address, out: Address, rows: number, depth: number, bias: Address): void;
  transpose(x: Address, out: Address, rows: number, columns: number): void;
  im2col: PatchKernel;
  col2im: PatchKernel;
  add: BinaryKernel;
  subtract: BinaryKernel;
  multiply: BinaryKernel;
  divide: BinaryKernel;
  tile(x: Address, period: number, out: Address, count: number): void;
  repeatEach(x: Address, out: Address, count: number, times: number): void;
  relu: UnaryKernel;
  leakyRelu: UnaryKernel;
  step: UnaryKernel;
  exp: UnaryKernel;
  tanh: UnaryKernel;
  sigmoid: UnaryKernel;
  softplus: UnaryKernel;
  negative: UnaryKernel;
  square: UnaryKernel;
  squareRoot: UnaryKernel;
  sumRows: ReductionKernel;
  sumColumns: ReductionKernel;
  sumOfSquares(x: Address, count: number): number;
  leakyReluSlope(dy: Address, y: Address, out: Address, count: number, alpha: number): void;
  tanhSlope(dy: Address, y: Address, out: Address, count: number): void;
  crossEntropySum(x: Address, count: number, sign: number, smoothing: number, scale: number): number;
  crossEntropyGradient(
    x: Address,
    out: Address,
    count: number,
    sign: number,
    smoothing: number,
    scale: number,
  ): void;
  scaledSum(a: Address, b: Address, out: Address, count: number, scale: number): void;
  adam(
    weights: Address,
    gradient: Address,
    m: Address,
    v: Address,
    newWeights: Address,
    newM: Address,
    newV: Address,
    count: number,
    beta1: number,
    beta2: number,
    rate: number,
    vCorrection: number,
    epsilon: number,
  ): void;
}

/** Names of kernels that share the signature `Kernel`. */
type NamesOf<Kernel> = {
  [Name in keyof KernelModule]: KernelModule[Name] extends Kernel
    ? Kernel extends KernelModule[Name]
      ? Name
      : never
    : never;
}[keyof KernelModule];

export type UnaryKernelName = NamesOf<UnaryKernel>;
export type BinaryKernelName = NamesOf<BinaryKernel>;

/** How many parameters each kernel takes: the list of all that a compiled module must export. */
export const KERNEL_PARAMETERS: {
  readonly [Name in keyof KernelModule]: Parameters<KernelModule[Name]>['length'];
} = {
  matrixProduct: 10,
  matrixVectorProduct: 6,
  transpose: 4,
  im2col: 14,
  col2im: 14,
  add: 6,
  subtract: 6,
  multiply: 6,
  divide: 6,
  tile: 4,
  repeatEach: 4,
  relu: 4,
  leakyRelu: 4,
  step: 4,
  exp: 4,
  tanh: 4,
  sigmoid: 4,
  softplus: 4,
  negative: 4,
  square: 4,
  squareRoot: 4,
  sumRows: 5,
  sumColumns: 5,
  sumOfSquares: 2,
  leakyReluSlope: 5,
  tanhSlope: 4,
  crossEntropySum: 5,
  crossEntropyGradient: 6,
  scaledSum: 5,
  adam: 13,
};

/** That these are the kernels. Throws an error with the names of those that are missing or take other parameters. */
export function assertKernels(
  exports: WebAssembly.Exports,
): asserts exports is WebAssembly.Exports & KernelModule {
  const wrong = Object.entries(KERNEL_PARAMETERS).flatMap(([name, parameters]) => {
    const kernel = exports[name];
    return typeof kernel === 'function' && kernel.length === parameters ? [] : [name];
  });
  if (wrong.length > 0) {
    throw new Error(
      `kernels.wasm does not fit kernelModule.ts (${wrong.join(', ')}). Build the extension again.`,
    );
  }
}

/**
 * The kernels on `memory`. Rejects with a CompileError where WebAssembly lacks SIMD, or where a policy of the page forbids
 * WebAssembly ('wasm-unsafe-eval' allows it); else with the error of `assertKernels`.
 */
export async function instantiateKernels(memory: WebAssembly.Memory): Promise<KernelModule> {
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
  const { exports } = instance;
  assertKernels(exports);
  return exports;
}
