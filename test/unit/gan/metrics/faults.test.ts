import assert from 'node:assert/strict';
import type { Hyperparameters } from '../../../../src/shared/domain/hyperparameters';
import { createCollection, sampleLength, type Collection } from '../../../../webview/gan/datasets';
import { createQualityMeasure } from '../../../../webview/gan/metrics';
import { createMemorisationMeasure } from '../../../../webview/gan/metrics/memorisation';
import { Random } from '../../../../webview/gan/random';

/** As many as a run measures, and as many of them as it compares with the originals. */
const MEASURED = 256;
const COMPARED = 64;

/** Samples are drawn anew for each of them. */
const DRAWS = Array.from({ length: 12 }, (_, draw) => draw + 1);

/** A gauge sees a fault that moves it by more than two standard deviations of genuine samples. */
const SEEN = 2;

const MUSEUM = 4096;
/** Samples beyond the museum; the first of them are what the measure of memorisation keeps back. */
const FRESH = { first: MUSEUM + 1024, count: 6000 };

const GAUGES = ['miniFid', 'convincing', 'fineDetail', 'effectiveModes', 'memorisationGap'] as const;
type Gauge = (typeof GAUGES)[number];

type Readings = Readonly<Record<Gauge, number>>;

/** Genuine samples, and what can be wrong with them. */
class Samples {
  private readonly population: Collection;
  private readonly length: number;

  constructor(readonly museum: Collection) {
    this.population = museum.resized(FRESH.first + FRESH.count);
    this.length = sampleLength(museum);
  }

  genuine(draw: number): Float32Array {
    const random = Random.seeded(draw, 'genuine');
    return this.take(() => FRESH.first + random.integer(FRESH.count));
  }

  /** @param weights how often each kind comes, compared with the museum */
  weighted(weights: readonly number[], draw: number): Float32Array {
    const random = Random.seeded(draw, 'weighted');
    return this.take(() => {
      for (;;) {
        const index = FRESH.first + random.integer(FRESH.count);
        if (random.uniform() < (weights[this.population.modeOf(index)] ?? 1)) {
          return index;
        }
      }
    });
  }

  copies(draw: number): Float32Array {
    const random = Random.seeded(draw, 'copies');
    return this.take(() => random.integer(MUSEUM));
  }

  noisy(deviation: number, draw: number): Float32Array {
    const random = Random.seeded(draw, 'pixel noise');
    return this.genuine(draw).map((value) => value + deviation * random.normal());
  }

  /** Each pixel is the mean of itself and its neighbours, which weigh so much. */
  blurred(weight: number, draw: number): Float32Array {
    const [size = 1, , channels = 1] = this.museum.sampleShape;
    const sharp = this.genuine(draw);
    return sharp.map((_, i) => {
      const [channel, pixel] = [i % channels, Math.floor((i % this.length) / channels)];
      const [row, column, first] = [Math.floor(pixel / size), pixel % size, i - (i % this.length)];
      let [sum, total] = [0, 0];
      for (let y = Math.max(0, row - 1); y <= Math.min(size - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(size - 1, column + 1); x++) {
          const share = (y === row ? 1 : weight) * (x === column ? 1 : weight);
          sum += share * (sharp[first + (y * size + x) * channels + channel] ?? 0);
          total += share;
        }
      }
      return sum / total;
    });
  }

  private take(indexOf: () => number): Float32Array {
    const samples = new Float32Array(MEASURED * this.length);
    for (let i = 0; i < MEASURED; i++) {
      this.population.copySample(indexOf(), samples, i * this.length);
    }
    return samples;
  }
}

function museumOf(data: Hyperparameters['data']): Collection {
  return createCollection({ data, pictureSize: 16, collectionSize: MUSEUM });
}

/** What the gauges of a run show of samples. */
function gaugesOf(museum: Collection): (samples: Float32Array) => Readings {
  const quality = createQualityMeasure(museum);
  const memorisation = createMemorisationMeasure(museum);
  return (samples) => {
    const { miniFid, convincing, fineDetail = NaN, effectiveModes } = quality.headline(samples, MEASURED);
    const { gap } = memorisation.measure(samples, COMPARED);
    return { miniFid, convincing, fineDetail, effectiveModes, memorisationGap: gap };
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** By how many standard deviations of genuine samples a gauge is moved, on average. */
function moved(gauge: Gauge, genuine: readonly Readings[], faulty: readonly Readings[]): number {
  const [before, after] = [genuine.map((of) => of[gauge]), faulty.map((of) => of[gauge])];
  const deviation = Math.sqrt(mean(before.map((value) => (value - mean(before)) ** 2)));
  return Math.abs(mean(after) - mean(before)) / deviation;
}

interface Fault {
  readonly name: string;
  /** The gauge that is there to see it. */
  readonly seenBy: Gauge;
  readonly samples: (of: Samples, draw: number) => Float32Array;
}

const one = (modes: number, mode: number, weight: number): number[] =>
  Array.from({ length: modes }, (_, other) => (other === mode ? weight : 1));

const FAULTS: readonly Fault[] = [
  { name: 'pixel noise of 0.2', seenBy: 'fineDetail', samples: (of, draw) => of.noisy(0.2, draw) },
  { name: 'pixel noise of 0.1', seenBy: 'fineDetail', samples: (of, draw) => of.noisy(0.1, draw) },
  { name: 'a blur', seenBy: 'fineDetail', samples: (of, draw) => of.blurred(1, draw) },
  { name: 'a slight blur', seenBy: 'fineDetail', samples: (of, draw) => of.blurred(0.25, draw) },
  {
    name: 'a missing kind',
    seenBy: 'effectiveModes',
    samples: (of, draw) => of.weighted(one(of.museum.modes, 1, 0), draw),
  },
  {
    name: 'every second kind half as often',
    seenBy: 'effectiveModes',
    samples: (of, draw) =>
      of.weighted(
        Array.from({ length: of.museum.modes }, (_, mode) => 1 - (mode % 2) / 2),
        draw,
      ),
  },
  { name: 'copies of originals', seenBy: 'memorisationGap', samples: (of, draw) => of.copies(draw) },
];

describe('What can be wrong with samples', function () {
  // Thousands of samples are painted first.
  this.timeout(60_000);

  for (const data of ['portraits', 'digits', 'sunsets', 'starryNights'] as const) {
    const museum = museumOf(data);
    const samples = new Samples(museum);
    const read = gaugesOf(museum);
    let genuine: readonly Readings[] = [];
    before(() => {
      genuine = DRAWS.map((draw) => read(samples.genuine(draw)));
    });

    // Of ten digits one can be half as often by chance.
    const ofPortraits: readonly Fault[] = Array.from({ length: museum.modes }, (_, mode) => ({
      name: `kind ${mode} half as often`,
      seenBy: 'effectiveModes',
      samples: (of, draw) => of.weighted(one(museum.modes, mode, 0.5), draw),
    }));
    for (const fault of data === 'portraits' ? [...FAULTS, ...ofPortraits] : FAULTS) {
      it(`moves ${fault.seenBy} by far more than chance does: ${fault.name} in ${data}`, () => {
        const faulty = DRAWS.map((draw) => read(fault.samples(samples, draw)));
        const by = moved(fault.seenBy, genuine, faulty);
        assert.ok(by > SEEN, `it moves by ${by} standard deviations`);
      });
    }
  }

  it('is not seen by mini-FID when it is pixel noise', () => {
    const museum = museumOf('portraits');
    const samples = new Samples(museum);
    const read = gaugesOf(museum);
    const [before, after] = [read(samples.genuine(1)), read(samples.noisy(0.2, 1))];
    assert.ok(Math.abs(after.miniFid - before.miniFid) < 0.001, `${before.miniFid}, then ${after.miniFid}`);
    assert.deepEqual([before.convincing, after.convincing], [1, 0]);
  });
});
