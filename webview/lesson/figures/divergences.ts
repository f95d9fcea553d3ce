/** A normal distribution on a line. */
export interface Normal {
  readonly mean: number;
  /** Standard deviation, above 0. */
  readonly deviation: number;
}

/** How far a distribution q is from p, by four rulers. */
interface Divergences {
  /** KL(p || q) in bits. */
  readonly forward: number;
  /** KL(q || p) in bits. */
  readonly reverse: number;
  /** Jensen-Shannon in bits, from 0 to 1. */
  readonly jensenShannon: number;
  /** The Wasserstein-1 distance, in the unit of the line. */
  readonly wasserstein: number;
}

/** Nodes of the sums over the line. */
const NODES = 2000;
/** So many standard deviations on each side of both distributions are summed up. */
const REACH = 8;

export function normalDensity({ mean, deviation }: Normal, x: number): number {
  return Math.exp(-((x - mean) ** 2) / (2 * deviation ** 2)) / (deviation * Math.sqrt(2 * Math.PI));
}

/** KL(p || q) of two normal distributions, in bits. */
function kullbackLeibler(p: Normal, q: Normal): number {
  const nats =
    Math.log(q.deviation / p.deviation) +
    (p.deviation ** 2 + (p.mean - q.mean) ** 2) / (2 * q.deviation ** 2) -
    0.5;
  return nats / Math.LN2;
}

/** All four rulers between two normal distributions: two by their formulas, two by the midpoint rule. */
export function divergencesOf(p: Normal, q: Normal): Divergences {
  const low = Math.min(p.mean - REACH * p.deviation, q.mean - REACH * q.deviation);
  const high = Math.max(p.mean + REACH * p.deviation, q.mean + REACH * q.deviation);
  const step = (high - low) / NODES;
  let [jensenShannon, wasserstein, cumulated] = [0, 0, 0];
  for (let node = 0; node < NODES; node++) {
    const x = low + (node + 0.5) * step;
    const [a, b] = [normalDensity(p, x), normalDensity(q, x)];
    const middle = (a + b) / 2;
    jensenShannon += step * (part(a, middle) + part(b, middle)) * 0.5;
    cumulated += step * (a - b);
    wasserstein += step * Math.abs(cumulated);
  }
  return { forward: kullbackLeibler(p, q), reverse: kullbackLeibler(q, p), jensenShannon, wasserstein };
}

function part(density: number, middle: number): number {
  return density > 0 ? density * Math.log2(density / middle) : 0;
}
