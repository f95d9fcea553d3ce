import type { TensorInfo } from '@tensorflow/tfjs-core';
import { backend_util, util } from '@tensorflow/tfjs-core';
import { activate, supportedActivation } from './activation';
import type { Address, PatchKernel } from './kernelModule';
import type { SimdBackend } from './simdBackend';
import { named } from './tfjsInternals';

type Shape4D = [number, number, number, number];

/** What a kernel of patches is called with, after the addresses and the number of images. */
type PatchGeometry = Parameters<PatchKernel> extends [Address, Address, number, ...infer Rest] ? Rest : never;

interface Geometry {
  strides: number | [number, number];
  pad: 'same' | 'valid' | number | backend_util.ExplicitPadding;
  dataFormat: 'NHWC' | 'NCHW';
  dilations?: number | [number, number];
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

interface FusedAttributes extends Geometry {
  activation?: string | null;
  leakyreluAlpha?: number;
}

/** Floats of patches at a time (256 KiB), so that the matrix product finds them in the cache. */
const PATCH_FLOATS = 65_536;

/**
 * A convolution as a matrix product: patches of the input [rows, depth] times the filter [depth, outChannels] gives the
 * output [rows, outChannels], for a group of images at a time.
 */
class PatchedConvolution {
  readonly depth: number;
  readonly outChannels: number;
  private readonly info: backend_util.Conv2DInfo;
  private readonly imagesPerGroup: number;
  private readonly rowsPerImage: number;

  private constructor(info: backend_util.Conv2DInfo) {
    this.info = info;
    this.depth = info.filterHeight * info.filterWidth * info.inChannels;
    this.outChannels = info.outChannels;
    this.rowsPerImage = info.outHeight * info.outWidth;
    const patchFloats = Math.max(1, this.rowsPerImage * this.depth);
    this.imagesPerGroup = Math.min(info.batchSize, Math.max(1, Math.floor(PATCH_FLOATS / patchFloats)));
  }

  /** Undefined for channels first, dilations and groups, which are left to tfjs. */
  static of(
    inShape: number[],
    filterShape: number[],
    { strides, pad, dataFormat, dilations = 1, dimRoundingMode }: Geometry,
  ): PatchedConvolution | undefined {
    if (dataFormat === 'NCHW' || !isShape4D(inShape) || !isShape4D(filterShape)) {
      return undefined;
    }
    const info = backend_util.computeConv2DInfo(
      inShape,
      filterShape,
      strides,
      dilations,
      pad,
      dimRoundingMode,
    );
    if (info.dilationHeight !== 1 || info.dilationWidth !== 1) {
      return undefined;
    }
    if (filterShape[2] !== inShape[3]) {
      return undefined;
    }
    return new PatchedConvolution(info);
  }

  get inShape(): number[] {
    return this.info.inShape;
  }

  get outShape(): number[] {
    return this.info.outShape;
  }

  /** Room for the patches of one group. */
  patches(backend: SimdBackend): Address {
    return backend.scratch(this.imagesPerGroup * this.rowsPerImage * this.depth);
  }

  /**
   * Calls `visit` for each group of images with the addresses of its part of the input and of the output.
   */
  eachGroup(input: Address, output: Address, visit: (group: Group) => void): void {
    const { batchSize, inHeight, inWidth, inChannels } = this.info;
    const inBytes = 4 * inHeight * inWidth * inChannels;
    const outBytes = 4 * this.rowsPerImage * this.outChannels;
    for (let first = 0; first < batchSize; first += this.imagesPerGroup) {
      const images = Math.min(this.imagesPerGroup, batchSize - first);
      visit({
        input: input + first * inBytes,
        output: output + first * outBytes,
        images,
        rows: images * this.rowsPerImage,
      });
    }
  }

  gather(backend: SimdBackend, group: Group, patches: Address): void {
    backend.kernels.im2col(group.input, patches, group.images, ...this.patchArguments());
  }

  scatter(backend: SimdBackend, patches: Address, group: Group): void {
    backend.kernels.col2im(patches, group.input, group.images, ...this.patchArguments());
  }

  private patchArguments(): PatchGeometry {
    const info = this.info;
    return [
      info.inHeight,
      info.inWidth,
      info.inChannels,
      info.outHeight,
      info.outWidth,
      info.filterHeight,
      info.filterWidth,
      info.strideHeight,
      info.strideWidth,
      info.padInfo.top,
      info.padInfo.left,
    ];
  }
}

interface Group {
  readonly input: Address;
  readonly output: Address;
  readonly images: number;
  /** Patches of these images. */
  readonly rows: number;
}

interface Conv2DInputs {
  x: TensorInfo;
  filter: TensorInfo;
  bias?: TensorInfo;
  preluActivationWeights?: TensorInfo;
}

/** Conv2D and FusedConv2D: patches times filter. */
function conv2D(
  backend: SimdBackend,
  { x, filter, bias, preluActivationWeights }: Conv2DInputs,
  attributes: FusedAttributes,
): TensorInfo | undefined {
  if (preluActivationWeights || !supportedActivation(attributes.activation)) {
    return undefined;
  }
  const convolution = PatchedConvolution.of(x.shape, filter.shape, attributes);
  if (!convolution) {
    return undefined;
  }
  const { depth, outChannels } = convolution;
  if (bias && util.sizeFromShape(bias.shape) !== outChannels) {
    return undefined;
  }

  const { kernels } = backend;
  const out = backend.output(convolution.outShape);
  const weights = backend.address(filter);
  const start = bias ? backend.address(bias) : 0;
  const patches = convolution.patches(backend);
  convolution.eachGroup(backend.address(x), out.address, (group) => {
    convolution.gather(backend, group, patches);
    kernels.matrixProduct(
      patches,
      4 * depth,
      4,
      weights,
      group.output,
      group.rows,
      outChannels,
      depth,
      start,
      0,
    );
  });
  activate(backend, out, attributes.activation, attributes.leakyreluAlpha);
  return out;
}

/** Conv2DBackpropInput, which is also the transposed convolution: the output's gradient times the filter's transpose. */
function conv2DBackpropInput(
  backend: SimdBackend,
  { dy, filter }: { dy: TensorInfo; filter: TensorInfo },
  attributes: Geometry & { inputShape: Shape4D },
): TensorInfo | undefined {
  const convolution = PatchedConvolution.of(attributes.inputShape, filter.shape, attributes);
  if (!convolution) {
    return undefined;
  }

  const { kernels } = backend;
  const { depth, outChannels } = convolution;
  const out = backend.output(convolution.inShape);
  const weights = backend.scratch(depth * outChannels);
  kernels.transpose(backend.address(filter), weights, depth, outChannels);
  const patches = convolution.patches(backend);
  convolution.eachGroup(out.address, backend.address(dy), (group) => {
    kernels.matrixProduct(
      group.output,
      4 * outChannels,
      4,
      weights,
      patches,
      group.rows,
      depth,
      outChannels,
      0,
      0,
    );
    convolution.scatter(backend, patches, group);
  });
  return out;
}

/** Conv2DBackpropFilter: the transposed patches times the output's gradient, summed over the groups. */
function conv2DBackpropFilter(
  backend: SimdBackend,
  { x, dy }: { x: TensorInfo; dy: TensorInfo },
  attributes: Geometry & { filterShape: Shape4D },
): TensorInfo | undefined {
  const convolution = PatchedConvolution.of(x.shape, attributes.filterShape, attributes);
  if (!convolution) {
    return undefined;
  }

  const { kernels } = backend;
  const { depth, outChannels } = convolution;
  const out = backend.output(attributes.filterShape);
  const patches = convolution.patches(backend);
  let accumulate = 0;
  convolution.eachGroup(backend.address(x), backend.address(dy), (group) => {
    convolution.gather(backend, group, patches);
    kernels.matrixProduct(
      patches,
      4,
      4 * depth,
      group.output,
      out.address,
      depth,
      outChannels,
      group.rows,
      0,
      accumulate,
    );
    accumulate = 1;
  });
  return out;
}

function isShape4D(shape: number[]): shape is Shape4D {
  return shape.length === 4;
}

export const convolutionKernels = [
  named('Conv2D', conv2D),
  named('FusedConv2D', conv2D),
  named('Conv2DBackpropInput', conv2DBackpropInput),
  named('Conv2DBackpropFilter', conv2DBackpropFilter),
];
