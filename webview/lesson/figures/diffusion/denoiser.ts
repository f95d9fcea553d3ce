import type { Random } from '../../../gan/random';
import { DenseNetwork } from './network';

/** Coordinates of a point. */
const PLANE = 2;
/** Numbers that go into the network: a point, and how noisy it is. */
const INPUTS = PLANE + 1;

/** How noise levels are drawn for training: their logarithm is normal. */
const LOG_NOISE_MEAN = -2.2;
const LOG_NOISE_DEVIATION = 1.3;

/** What training steps are made with (Adam: Kingma and Ba 2015). */
const RATE = 1e-2;
const BETA1 = 0.9;
const BETA2 = 0.99;
const EPSILON = 1e-8;
/** What denoises is an average of the weights of about the last 200 steps, as in most diffusion models. */
const AVERAGE = 0.995;

interface DenoiserSize {
  readonly width: number;
  readonly depth: number;
  /** Points in a training step, and the most that are denoised in one go. */
  readonly batch: number;
}

/**
 * Says of a noisy point where it came from: the expected original, given the point and the standard deviation of its
 * noise. It is preconditioned as in Karras et al. 2022 ("Elucidating the Design Space of Diffusion-Based Generative
 * Models", equation 7 and table 1), so that the network itself sees and gives numbers of about 1 at every noise level.
 */
export class Denoiser {
  readonly network: DenseNetwork;
  private readonly firstMoments: Float64Array;
  private readonly secondMoments: Float64Array;
  private readonly average: Float64Array;
  private steps = 0;

  /** @param deviation standard deviation of the originals' coordinates */
  constructor(
    private readonly size: DenoiserSize,
    private readonly deviation: number,
    private readonly random: Random,
  ) {
    const hidden = Array.from({ length: size.depth }, () => size.width);
    this.network = new DenseNetwork([INPUTS, ...hidden, PLANE], size.batch, random);
    const { length } = this.network.parameters;
    this.firstMoments = new Float64Array(length);
    this.secondMoments = new Float64Array(length);
    this.average = Float64Array.from(this.network.parameters);
  }

  /**
   * One training step on originals to which noise of random levels is added.
   *
   * @param originals x and y of `batch` points, one after the other
   * @returns the loss, before the step: 1 for who knows nothing but the middle and the spread
   */
  train(originals: Float64Array): number {
    const count = originals.length / PLANE;
    const noisy = new Float64Array(originals.length);
    const levels = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      const level = Math.exp(LOG_NOISE_MEAN + LOG_NOISE_DEVIATION * this.random.normal());
      levels[i] = level;
      for (let axis = 0; axis < PLANE; axis++) {
        noisy[PLANE * i + axis] = (originals[PLANE * i + axis] ?? 0) + level * this.random.normal();
      }
    }
    this.network.gradients.fill(0);
    const loss = this.lossOf(originals, noisy, levels);
    this.network.backward(count);
    this.step();
    return loss;
  }

  /**
   * The mean squared error of the network itself, which weighs the error of the denoised points with
   * (s^2 + d^2) / (s d)^2 at noise level s (Karras et al. 2022, equation 8). Leaves its gradient by the network's output
   * where {@link DenseNetwork.backward} looks for it.
   */
  lossOf(originals: Float64Array, noisy: Float64Array, levels: Float64Array): number {
    const count = levels.length;
    this.pass(noisy, levels, 0, count);
    const { output, outputError } = this.network;
    let loss = 0;
    for (let i = 0; i < count; i++) {
      const { skip, out } = this.scales(levels[i] ?? 0);
      for (let at = PLANE * i; at < PLANE * (i + 1); at++) {
        const wanted = ((originals[at] ?? 0) - skip * (noisy[at] ?? 0)) / out;
        const error = (output[at] ?? 0) - wanted;
        loss += error ** 2 / (PLANE * count);
        outputError[at] = (2 * error) / (PLANE * count);
      }
    }
    return loss;
  }

  /**
   * Where noisy points are expected to come from, by the averaged weights.
   *
   * @param noisy x and y of one point after the other
   * @param level standard deviation of their noise, above 0
   */
  denoise(noisy: Float64Array, level: number): Float64Array {
    const count = noisy.length / PLANE;
    const denoised = new Float64Array(noisy.length);
    const { skip, out } = this.scales(level);
    const levels = new Float64Array(count).fill(level);
    const { parameters } = this.network;
    const trained = parameters.slice();
    parameters.set(this.average);
    for (let first = 0; first < count; first += this.size.batch) {
      const some = Math.min(this.size.batch, count - first);
      this.pass(noisy, levels, first, some);
      for (let at = 0; at < PLANE * some; at++) {
        const to = PLANE * first + at;
        denoised[to] = skip * (noisy[to] ?? 0) + out * (this.network.output[at] ?? 0);
      }
    }
    parameters.set(trained);
    return denoised;
  }

  private scales(level: number): { readonly skip: number; readonly out: number; readonly in: number } {
    const total = level ** 2 + this.deviation ** 2;
    return {
      skip: this.deviation ** 2 / total,
      out: (level * this.deviation) / Math.sqrt(total),
      in: 1 / Math.sqrt(total),
    };
  }

  private pass(noisy: Float64Array, levels: Float64Array, first: number, count: number): void {
    const { input } = this.network;
    for (let i = 0; i < count; i++) {
      const level = levels[first + i] ?? 0;
      const scale = this.scales(level).in;
      const from = PLANE * (first + i);
      input[INPUTS * i] = scale * (noisy[from] ?? 0);
      input[INPUTS * i + 1] = scale * (noisy[from + 1] ?? 0);
      input[INPUTS * i + PLANE] = Math.log(level) / 4;
    }
    this.network.forward(count);
  }

  private step(): void {
    this.steps += 1;
    const { parameters, gradients } = this.network;
    const [first, second] = [1 - BETA1 ** this.steps, 1 - BETA2 ** this.steps];
    // Early on, the average is no longer than what has been.
    const keep = Math.min(AVERAGE, (1 + this.steps) / (10 + this.steps));
    for (let i = 0; i < parameters.length; i++) {
      const gradient = gradients[i] ?? 0;
      const m = BETA1 * (this.firstMoments[i] ?? 0) + (1 - BETA1) * gradient;
      const v = BETA2 * (this.secondMoments[i] ?? 0) + (1 - BETA2) * gradient ** 2;
      this.firstMoments[i] = m;
      this.secondMoments[i] = v;
      const moved = (parameters[i] ?? 0) - (RATE * (m / first)) / (Math.sqrt(v / second) + EPSILON);
      parameters[i] = moved;
      this.average[i] = keep * (this.average[i] ?? 0) + (1 - keep) * moved;
    }
  }
}
