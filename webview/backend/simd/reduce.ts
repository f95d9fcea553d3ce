import type { TensorInfo } from '@tensorflow/tfjs-core';
import { backend_util, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from './simdBackend';
import { named } from './tfjsInternals';

interface ReduceAttributes {
  axis: number | number[];
  keepDims: boolean;
}

/** Sum, or mean, over the first axes or over the last ones; other sets of axes are left to tfjs. */
const reduce =
  (mean: boolean) =>
  (
    backend: SimdBackend,
    { x }: { x: TensorInfo },
    { axis, keepDims }: ReduceAttributes,
  ): TensorInfo | undefined => {
    const rank = x.shape.length;
    const axes = util.parseAxisParam(axis, x.shape).toSorted((a, b) => a - b);
    const areFirst = axes.every((value, i) => value === i);
    const areLast = axes.every((value, i) => value === rank - axes.length + i);
    if (x.dtype !== 'float32' || !(areFirst || areLast)) {
      return undefined;
    }

    const [keptShape, reducedShape] = backend_util.computeOutAndReduceShapes(x.shape, axes);
    const kept = util.sizeFromShape(keptShape);
    const reduced = util.sizeFromShape(reducedShape);
    const out = backend.output(keepDims ? backend_util.expandShapeToKeepDim(keptShape, axes) : keptShape);
    const scale = mean ? 1 / reduced : 1;
    if (areLast) {
      backend.kernels.sumColumns(backend.address(x), out.address, kept, reduced, scale);
    } else {
      backend.kernels.sumRows(backend.address(x), out.address, reduced, kept, scale);
    }
    return out;
  };

export const reduceKernels = [named('Sum', reduce(false)), named('Mean', reduce(true))];
