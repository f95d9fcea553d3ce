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
type PatchKernel = (
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

/**
 * The kernels on `memory`. Rejects with a CompileError where WebAssembly lacks SIMD, or where a policy of the page forbids
 * WebAssembly ('wasm-unsafe-eval' allows it).
 */
export async function instantiateKernels(memory: WebAssembly.Memory): Promise<KernelModule> {
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
  // WebAssembly's exports carry no types; a test compares names and numbers of parameters with `KernelModule`.
  return instance.exports as unknown as KernelModule;
}
