import assert from 'node:assert/strict';
import { POINT_DISTRIBUTIONS } from '../../../webview/gan/datasets/points';
import { Random } from '../../../webview/gan/random';
import { Denoiser } from '../../../webview/lesson/figures/diffusion/denoiser';
import { DenoiserTraining } from '../../../webview/lesson/figures/diffusion/denoiserTraining';
import {
  drawOriginals,
  kindsCovered,
  MUSEUM,
  MUSEUM_DEVIATION,
  shareOnIslands,
} from '../../../webview/lesson/figures/diffusion/islands';
import {
  NOISE_LEVELS,
  sampleOnce,
  SAMPLING_STEPS,
  startOfWay,
} from '../../../webview/lesson/figures/diffusion/sampling';

type Denoise = Parameters<typeof sampleOnce>[0];

const SPACING = 0.5;
const DEVIATION = 0.03;

/** The best possible denoiser of round Gaussians of equal weight: the mean of the posterior, in closed form. */
function optimalDenoiser(centres: readonly (readonly [number, number])[], deviation: number): Denoise {
  return (noisy, level) => {
    const variance = deviation ** 2 + level ** 2;
    const share = deviation ** 2 / variance;
    const denoised = new Float64Array(noisy.length);
    for (let i = 0; i < noisy.length; i += 2) {
      const [x, y] = [noisy[i] ?? 0, noisy[i + 1] ?? 0];
      const logs = centres.map(([cx, cy]) => -((x - cx) ** 2 + (y - cy) ** 2) / (2 * variance));
      const most = Math.max(...logs);
      const weights = logs.map((log) => Math.exp(log - most));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      centres.forEach(([cx, cy], at) => {
        const weight = (weights[at] ?? 0) / total;
        denoised[i] = (denoised[i] ?? 0) + weight * (cx + share * (x - cx));
        denoised[i + 1] = (denoised[i + 1] ?? 0) + weight * (cy + share * (y - cy));
      });
    }
    return denoised;
  };
}

const CENTRES = [-2, -1, 0, 1, 2].flatMap((row) =>
  [-2, -1, 0, 1, 2].map((column) => [column * SPACING, row * SPACING] as const),
);

function normals(count: number, seed = 1): Float64Array {
  const random = Random.seeded(seed, 'test');
  return Float64Array.from({ length: count }, () => random.normal());
}

function samplesOf(denoise: Denoise, noise: Float64Array): Float64Array {
  let points = startOfWay(noise);
  for (let step = 0; step < SAMPLING_STEPS; step++) {
    points = sampleOnce(denoise, points, step);
  }
  return points;
}

/** @returns the root of the mean square of the differences */
function distance(a: Float64Array, b: Float64Array): number {
  return Math.sqrt(a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0) / a.length);
}

describe('The museum of the figure', () => {
  it('is the one of the run beside it: its middles are where the density is greatest', () => {
    const { density, modes } = POINT_DISTRIBUTIONS[MUSEUM];
    assert.equal(modes, CENTRES.length);
    const peak = 1 / (modes * 2 * Math.PI * DEVIATION ** 2);
    for (const [x, y] of CENTRES) {
      assert.ok(Math.abs(density(x, y) / peak - 1) < 1e-6);
    }
  });

  it('has the spread that the denoiser is told', () => {
    const points = drawOriginals(Random.seeded(1, 'test'), 20_000);
    assert.ok(Math.abs(distance(points, new Float64Array(points.length)) / MUSEUM_DEVIATION - 1) < 0.01);
  });

  it('is covered by its own points, of which nearly 98.9 % lie on an island', () => {
    const points = drawOriginals(Random.seeded(1, 'test'), 4000);
    assert.ok(kindsCovered(points) > 24.8);
    assert.ok(Math.abs(shareOnIslands(points) - 0.989) < 0.005);
  });

  it('is covered by one kind where all points are on one island', () => {
    assert.equal(kindsCovered([0.5, 0.5, 0.51, 0.49]), 1);
    assert.equal(shareOnIslands([0.5, 0.5, 0.25, 0.25]), 0.5);
    assert.equal(shareOnIslands([1.5, 0]), 0, 'beyond the last row there are none');
  });
});

describe('The way from noise to samples', () => {
  it('shrinks a single Gaussian by the exact factor', () => {
    const deviation = 0.7;
    const noise = normals(20);
    const samples = samplesOf(optimalDenoiser([[0, 0]], deviation), noise);
    const most = NOISE_LEVELS[0] ?? 0;
    // The flow of a Gaussian keeps x / sqrt(s^2 + level^2).
    const exact = noise.map((value) => (value * most * deviation) / Math.sqrt(deviation ** 2 + most ** 2));
    assert.ok(distance(samples, exact) < 0.01, `${distance(samples, exact)}`);
  });

  it('leads to all 25 islands with the best denoiser there is', () => {
    const samples = samplesOf(optimalDenoiser(CENTRES, DEVIATION), normals(1000));
    assert.ok(kindsCovered(samples) > 23.5, `${kindsCovered(samples)}`);
    assert.ok(shareOnIslands(samples) > 0.95, `${shareOnIslands(samples)}`);
  });
});

describe('The denoiser', () => {
  const SIZE = { width: 6, depth: 2, batch: 4 } as const;

  it('has the gradients of its loss, by finite differences', () => {
    const denoiser = new Denoiser(SIZE, 0.7, Random.seeded(3, 'test'));
    const originals = normals(8, 4);
    const levels = Float64Array.of(0.02, 0.1, 0.5, 3);
    const noisy = normals(8, 5).map((noise, i) => (originals[i] ?? 0) + noise * (levels[i >> 1] ?? 0));
    const { parameters, gradients } = denoiser.network;
    denoiser.lossOf(originals, noisy, levels);
    denoiser.network.backward(levels.length);
    const found = gradients.slice();
    const small = 1e-6;
    parameters.forEach((value, i) => {
      const lossAt = (moved: number): number => {
        parameters[i] = moved;
        const loss = denoiser.lossOf(originals, noisy, levels);
        parameters[i] = value;
        return loss;
      };
      const expected = (lossAt(value + small) - lossAt(value - small)) / (2 * small);
      assert.ok(Math.abs((found[i] ?? NaN) - expected) < 1e-7 * Math.max(1, Math.abs(expected)));
    });
  });

  it('comes near the best possible denoiser of one Gaussian', () => {
    const deviation = 0.5;
    const random = Random.seeded(1, 'test');
    const denoiser = new Denoiser({ width: 8, depth: 1, batch: 64 }, deviation, random);
    for (let step = 0; step < 400; step++) {
      denoiser.train(Float64Array.from({ length: 128 }, () => deviation * random.normal()));
    }
    const best = optimalDenoiser([[0, 0]], deviation);
    for (const level of [0.05, 0.2, 1]) {
      const noisy = normals(200, 7).map((value) => value * Math.hypot(deviation, level));
      const error = distance(denoiser.denoise(noisy, level), best(noisy, level));
      assert.ok(error < 0.1 * deviation, `${error} at ${level}`);
    }
  });
});

describe('A run of diffusion', () => {
  it('shows pure noise becoming samples before it has learned, and repeats itself', () => {
    const [one, other] = [new DenoiserTraining(1), new DenoiserTraining(1)];
    while (one.way === undefined) {
      one.work();
      other.work();
    }
    assert.equal(one.way.points.length, SAMPLING_STEPS + 1);
    assert.equal(one.way.trainingSteps, 0);
    assert.deepEqual(one.way, other.way);
    assert.equal(one.trainingSteps, 0);
    one.work();
    assert.equal(one.trainingSteps, 1);
  });
});
