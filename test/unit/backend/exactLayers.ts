/**
 * The layers of a discriminator in plain loops and double precision: a second implementation, for tests of gradients.
 * Arrays are row-major; convolutions have "same" padding as TensorFlow defines it.
 */

export interface Exact {
  readonly shape: readonly number[];
  readonly values: Float64Array;
}

function at({ values }: Exact, index: number): number {
  const value = values[index];
  if (value === undefined) {
    throw new Error(`No element ${index}`);
  }
  return value;
}

function dimension({ shape }: Exact, axis: number): number {
  const size = shape[axis];
  if (size === undefined) {
    throw new Error(`No dimension ${axis}`);
  }
  return size;
}

/** x[batch, inputs] w[inputs, units] + bias[units] */
export function exactDense(x: Exact, w: Exact, bias: Exact): Exact {
  const [batch, inputs, units] = [dimension(x, 0), dimension(w, 0), dimension(w, 1)];
  const values = new Float64Array(batch * units);
  for (let row = 0; row < batch; row++) {
    for (let unit = 0; unit < units; unit++) {
      let sum = at(bias, unit);
      for (let i = 0; i < inputs; i++) {
        sum += at(x, row * inputs + i) * at(w, i * units + unit);
      }
      values[row * units + unit] = sum;
    }
  }
  return { shape: [batch, units], values };
}

/**
 * Calls `visit` with the indices of an element of the large map, one of the small map and one of the filter
 * [size, size, large channels, small channels] for every product in a strided convolution from large to small.
 */
function eachTap(
  large: readonly number[],
  small: readonly number[],
  size: number,
  stride: number,
  visit: (large: number, small: number, filter: number) => void,
): void {
  const [batch = 0, height = 0, width = 0, channels = 0] = large;
  const [, smallHeight = 0, smallWidth = 0, smallChannels = 0] = small;
  const top = Math.floor(Math.max((smallHeight - 1) * stride + size - height, 0) / 2);
  const left = Math.floor(Math.max((smallWidth - 1) * stride + size - width, 0) / 2);
  for (let n = 0; n < batch; n++) {
    for (let row = 0; row < smallHeight; row++) {
      for (let column = 0; column < smallWidth; column++) {
        for (let filterRow = 0; filterRow < size; filterRow++) {
          for (let filterColumn = 0; filterColumn < size; filterColumn++) {
            const y = row * stride - top + filterRow;
            const x = column * stride - left + filterColumn;
            if (y < 0 || y >= height || x < 0 || x >= width) {
              continue;
            }
            for (let c = 0; c < channels; c++) {
              for (let k = 0; k < smallChannels; k++) {
                visit(
                  ((n * height + y) * width + x) * channels + c,
                  ((n * smallHeight + row) * smallWidth + column) * smallChannels + k,
                  ((filterRow * size + filterColumn) * channels + c) * smallChannels + k,
                );
              }
            }
          }
        }
      }
    }
  }
}

/** Convolution of x[batch, height, width, channels] with filter[size, size, channels, filters]. */
export function exactConvolution(x: Exact, filter: Exact, stride: number): Exact {
  const shape = [
    dimension(x, 0),
    Math.ceil(dimension(x, 1) / stride),
    Math.ceil(dimension(x, 2) / stride),
    dimension(filter, 3),
  ];
  const values = new Float64Array(shape.reduce((product, size) => product * size));
  eachTap(x.shape, shape, dimension(filter, 0), stride, (from, to, weight) => {
    values[to] = (values[to] ?? 0) + at(x, from) * at(filter, weight);
  });
  return { shape, values };
}

/** Transposed convolution of x[batch, height, width, channels] with filter[size, size, filters, channels]. */
export function exactTransposedConvolution(x: Exact, filter: Exact, stride: number): Exact {
  const shape = [dimension(x, 0), dimension(x, 1) * stride, dimension(x, 2) * stride, dimension(filter, 2)];
  const values = new Float64Array(shape.reduce((product, size) => product * size));
  eachTap(shape, x.shape, dimension(filter, 0), stride, (to, from, weight) => {
    values[to] = (values[to] ?? 0) + at(x, from) * at(filter, weight);
  });
  return { shape, values };
}

export function exactMap(x: Exact, f: (value: number) => number): Exact {
  return { shape: x.shape, values: x.values.map(f) };
}

export function exactFlatten(x: Exact): Exact {
  const batch = dimension(x, 0);
  return { shape: [batch, x.values.length / batch], values: x.values };
}

/** (f(x + step e) - f(x - step e)) / (2 step), where `move` shifts what f depends on. */
export function centralDifference(f: () => number, move: (distance: number) => void, step: number): number {
  move(step);
  const above = f();
  move(-2 * step);
  const below = f();
  move(step);
  return (above - below) / (2 * step);
}
