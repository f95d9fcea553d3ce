import type { Random } from '../../../gan/random';

/** A layer, and where its numbers are. */
interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  /** From here on its weights [outputs, inputs], row by row, and then its biases. */
  readonly offset: number;
}

/**
 * A network of dense layers with SiLU, x / (1 + exp(-x)), after all but the last: small enough for plain loops, which
 * need no tensors and start in no time.
 */
export class DenseNetwork {
  /** All weights and biases, one layer after the other. */
  readonly parameters: Float64Array;
  /** The gradient of the loss by each of them; {@link backward} adds to it. */
  readonly gradients: Float64Array;
  private readonly layers: readonly Layer[];
  /** What goes into each layer, and in the end what comes out, each [batch, width]. */
  private readonly values: readonly Float64Array[];
  /** What each layer gives before SiLU, [batch, outputs]. */
  private readonly sums: readonly Float64Array[];
  /** The gradients by {@link values}. */
  private readonly errors: readonly Float64Array[];

  /**
   * @param widths of the input, of each layer, and of the output
   * @param batch the most samples that pass in one go
   */
  constructor(widths: readonly number[], batch: number, random: Random) {
    let offset = 0;
    this.layers = widths.slice(1).map((outputs, i) => {
      const inputs = widths[i] ?? 0;
      const layer = { inputs, outputs, offset };
      offset += outputs * (inputs + 1);
      return layer;
    });
    this.parameters = new Float64Array(offset);
    this.gradients = new Float64Array(offset);
    for (const { inputs, outputs, offset: start } of this.layers) {
      // Keeps the size of what passes (He et al. 2015); biases begin at 0.
      const deviation = Math.sqrt(2 / inputs);
      for (let i = 0; i < inputs * outputs; i++) {
        this.parameters[start + i] = deviation * random.normal();
      }
    }
    this.values = widths.map((width) => new Float64Array(batch * width));
    this.errors = widths.map((width) => new Float64Array(batch * width));
    this.sums = this.layers.map(({ outputs }) => new Float64Array(batch * outputs));
  }

  /** Where the input of the next pass is written, [batch, inputs]. */
  get input(): Float64Array {
    return this.values[0] ?? new Float64Array();
  }

  /** What the last pass gave, [batch, outputs]. */
  get output(): Float64Array {
    return this.values.at(-1) ?? new Float64Array();
  }

  /** Where the gradient of the loss by {@link output} is written before {@link backward}. */
  get outputError(): Float64Array {
    return this.errors.at(-1) ?? new Float64Array();
  }

  /** Computes {@link output} of the first `count` samples of {@link input}. */
  forward(count: number): void {
    this.layers.forEach(({ inputs, outputs, offset }, index) => {
      const { parameters } = this;
      const [from, to, sums] = [this.values[index], this.values[index + 1], this.sums[index]];
      if (from === undefined || to === undefined || sums === undefined) {
        return;
      }
      const isLast = index === this.layers.length - 1;
      const biases = offset + inputs * outputs;
      for (let sample = 0; sample < count; sample++) {
        const start = sample * inputs;
        for (let unit = 0; unit < outputs; unit++) {
          const row = offset + unit * inputs;
          let sum = parameters[biases + unit] ?? 0;
          for (let i = 0; i < inputs; i++) {
            sum += (parameters[row + i] ?? 0) * (from[start + i] ?? 0);
          }
          const at = sample * outputs + unit;
          sums[at] = sum;
          to[at] = isLast ? sum : sum / (1 + Math.exp(-sum));
        }
      }
    });
  }

  /** Adds to {@link gradients} what {@link outputError} of the last pass amounts to. */
  backward(count: number): void {
    for (let index = this.layers.length - 1; index >= 0; index--) {
      this.backwardThrough(index, count);
    }
  }

  private backwardThrough(index: number, count: number): void {
    const { parameters, gradients } = this;
    const [layer, from, sums] = [this.layers[index], this.values[index], this.sums[index]];
    const [errors, below] = [this.errors[index + 1], this.errors[index]];
    if (!layer || !from || !sums || !errors || !below) {
      return;
    }
    const { inputs, outputs, offset } = layer;
    const isLast = index === this.layers.length - 1;
    const biases = offset + inputs * outputs;
    below.fill(0, 0, count * inputs);
    for (let sample = 0; sample < count; sample++) {
      const start = sample * inputs;
      for (let unit = 0; unit < outputs; unit++) {
        const at = sample * outputs + unit;
        const error = (errors[at] ?? 0) * (isLast ? 1 : siluSlope(sums[at] ?? 0));
        const row = offset + unit * inputs;
        gradients[biases + unit] = (gradients[biases + unit] ?? 0) + error;
        for (let i = 0; i < inputs; i++) {
          gradients[row + i] = (gradients[row + i] ?? 0) + error * (from[start + i] ?? 0);
          below[start + i] = (below[start + i] ?? 0) + error * (parameters[row + i] ?? 0);
        }
      }
    }
  }
}

function siluSlope(x: number): number {
  const sigmoid = 1 / (1 + Math.exp(-x));
  return sigmoid * (1 + x * (1 - sigmoid));
}
