import type { PointData } from '../../../src/shared/domain/hyperparameters';
import type { Random } from '../random';
import { gaussianMixture } from './gaussianMixture';

type Point = readonly [number, number];

/** A probability distribution on the plane, inside about [-1.5, 1.5]^2. */
interface PointDistribution {
  readonly modes: number;
  /**
   * Draws one point.
   *
   * @param target receives x and y
   * @returns the point's mode
   */
  draw(random: Random, target: Float32Array): number;
  /** How much of the plane is shown at least, of a crowd so small that generated points would lie outside. */
  readonly leastExtent?: number;
  /** The exact probability density. */
  density(x: number, y: number): number;
}

/**
 * Nodes of the quadrature of a curve. The longest curve, the spiral, has then a node every 0.3 standard deviations;
 * the trapezoidal sum over a Gaussian is exact to rounding from one node per standard deviation on.
 */
const QUADRATURE_NODES = 512;

/** Round Gaussians of equal weight and standard deviation; each is a mode. */
function gaussians(centres: readonly Point[], deviation: number): PointDistribution {
  return {
    modes: centres.length,
    draw(random, target) {
      const mode = random.integer(centres.length);
      const [x, y] = centres[mode] ?? [0, 0];
      target[0] = x + deviation * random.normal();
      target[1] = y + deviation * random.normal();
      return mode;
    },
    density: gaussianMixture(Float64Array.from(centres.flat()), deviation),
  };
}

/**
 * Points along a curve, blurred by a round Gaussian. Its density is the integral of that Gaussian along the curve,
 * computed by the midpoint rule.
 *
 * @param path the curve over 0..1; equally long stretches of this parameter are equally likely
 * @param modes into so many stretches the curve is divided
 */
function blurredCurve(path: (t: number) => Point, deviation: number, modes: number): PointDistribution {
  const nodes = Array.from({ length: QUADRATURE_NODES }, (_, i) => path((i + 0.5) / QUADRATURE_NODES));
  return {
    modes,
    draw(random, target) {
      const t = random.uniform();
      const [x, y] = path(t);
      target[0] = x + deviation * random.normal();
      target[1] = y + deviation * random.normal();
      return Math.floor(t * modes);
    },
    density: gaussianMixture(Float64Array.from(nodes.flat()), deviation),
  };
}

/** `count` points at equal distances on a circle around the origin, counter-clockwise. */
function onCircle(count: number, radius: number, firstAngle: number): Point[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = firstAngle + (2 * Math.PI * i) / count;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

/** 5 x 5 points around the origin. */
function onGrid(spacing: number): Point[] {
  const steps = [-2, -1, 0, 1, 2];
  return steps.flatMap((row) => steps.map((column): Point => [column * spacing, row * spacing]));
}

/** Two interleaved half circles: the upper one to the left, the lower one to the right. */
function moons(t: number): Point {
  const upper = t < 0.5;
  const angle = Math.PI * (upper ? 2 * t : 2 * t - 1);
  const x = 0.9 * Math.cos(angle) - 0.45;
  const y = 0.9 * Math.sin(angle) - 0.22;
  return upper ? [x, y] : [-x, -y];
}

/** One and a half turns outwards. The square root keeps points about equally dense along the way. */
function spiral(t: number): Point {
  const share = Math.sqrt(0.02 + 0.98 * t);
  const angle = 3 * Math.PI * share;
  return [1.15 * share * Math.cos(angle), 1.15 * share * Math.sin(angle)];
}

/** All distributions of points, by name. Their standard deviations keep neighbouring modes well apart. */
export const POINT_DISTRIBUTIONS: { readonly [K in PointData]: PointDistribution } = {
  // As narrow as the divergence and the optimal discriminator can still be computed for.
  onePoint: { ...gaussians([[0, 0]], 0.03), leastExtent: 2 },
  line: blurredCurve((t) => [2 * t - 1, t - 0.5], 0.05, 4),
  // Near enough to overlap: the optimal discriminator is then not merely a wall between them.
  twoBlobs: gaussians(
    [
      [-0.6, -0.3],
      [0.6, 0.3],
    ],
    0.22,
  ),
  ring: blurredCurve((t) => [Math.cos(2 * Math.PI * t), Math.sin(2 * Math.PI * t)], 0.05, 8),
  threeIslands: gaussians(onCircle(3, 0.85, Math.PI / 2), 0.12),
  eightGaussians: gaussians(onCircle(8, 1, 0), 0.05),
  grid25: gaussians(onGrid(0.5), 0.03),
  twoMoons: blurredCurve(moons, 0.05, 2),
  spiral: blurredCurve(spiral, 0.04, 4),
};
