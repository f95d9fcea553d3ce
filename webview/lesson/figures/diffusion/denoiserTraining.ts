import { Random } from '../../../gan/random';
import { Denoiser } from './denoiser';
import { drawOriginals, MUSEUM_DEVIATION } from './islands';
import { sampleOnce, SAMPLING_STEPS, startOfWay } from './sampling';

/** Training steps of the whole run: about five seconds of work. */
export const TRAINING_STEPS = 2000;
/** After so many steps samples are made. */
const MILESTONES = [0, 100, 250, 500, 1000, TRAINING_STEPS] as const;
/** As many points as the gauges measure of a generator. */
const SAMPLES = 256;
const BATCH = 128;
const SIZE = { width: 32, depth: 3, batch: BATCH } as const;

/** Samples on their way from noise, and how much the denoiser had learned. */
interface SampledWay {
  readonly trainingSteps: number;
  /** Where the points are at the start and after each step; x and y of one point after the other. */
  readonly points: readonly Float64Array[];
}

/**
 * A denoiser that learns the points of a museum, in pieces of work so small that a page can do them between two frames:
 * a training step, or one step of all samples.
 */
export class DenoiserTraining {
  private readonly random: Random;
  private readonly denoiser: Denoiser;
  /** The same for all ways, so that two of them differ by what was learned only. */
  private readonly noise: Float64Array;
  private trained = 0;
  private lastWay: SampledWay | undefined;
  private growing: readonly Float64Array[] = [];

  /** @param seed of first weights, originals and noise */
  constructor(seed: number) {
    this.random = Random.seeded(seed, 'denoiser');
    this.denoiser = new Denoiser(SIZE, MUSEUM_DEVIATION, this.random);
    const noise = Random.seeded(seed, 'samples');
    this.noise = Float64Array.from({ length: 2 * SAMPLES }, () => noise.normal());
  }

  get trainingSteps(): number {
    return this.trained;
  }

  /** The latest complete one. */
  get way(): SampledWay | undefined {
    return this.lastWay;
  }

  get isDone(): boolean {
    return this.lastWay?.trainingSteps === TRAINING_STEPS;
  }

  /** Does one piece of work: of samples that are due, or else of training. Nothing once it is done. */
  work(): void {
    if (this.isDone) {
      return;
    }
    if (this.samplesAreDue) {
      this.sample();
    } else {
      this.denoiser.train(drawOriginals(this.random, BATCH));
      this.trained += 1;
    }
  }

  private get samplesAreDue(): boolean {
    return (
      MILESTONES.some((milestone) => milestone === this.trained) &&
      this.lastWay?.trainingSteps !== this.trained
    );
  }

  private sample(): void {
    const last = this.growing.at(-1);
    if (last === undefined) {
      this.growing = [startOfWay(this.noise)];
      return;
    }
    const denoise = (noisy: Float64Array, level: number): Float64Array => this.denoiser.denoise(noisy, level);
    this.growing = [...this.growing, sampleOnce(denoise, last, this.growing.length - 1)];
    if (this.growing.length > SAMPLING_STEPS) {
      this.lastWay = { trainingSteps: this.trained, points: this.growing };
      this.growing = [];
    }
  }
}
