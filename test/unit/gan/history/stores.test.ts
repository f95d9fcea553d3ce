import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS } from '../../../../src/shared/domain/hyperparameters';
import { ChangeLog } from '../../../../webview/gan/history/changeLog';
import { MOST_VALUES, Series } from '../../../../webview/gan/history/series';
import {
  MOST_SNAPSHOTS,
  Snapshots,
  snapshotBytes,
  type Snapshot,
} from '../../../../webview/gan/history/snapshots';
import { isReached } from '../../../../webview/gan/history/until';
import { round } from './support';

const RANDOM = { a: 0, b: 0, c: 0, counter: 0 };

/** A snapshot whose weights are so many floats. */
function snapshotAt(complete: number, floats = 1): Snapshot {
  return {
    hyperparameters: PICTURE_DEFAULTS,
    samplesOverTime: [],
    measurements: { recent: [] },
    gan: {
      completeRounds: complete,
      sampling: { real: RANDOM, latent: RANDOM, instanceNoise: RANDOM, mixing: RANDOM },
      generatorSteps: 0,
      discriminatorSteps: 0,
      values: {
        generator: [new Float32Array(floats)],
        averagedGenerator: [],
        generatorMoments: [],
        averagedGeneratorMoments: [],
        generatorOptimizer: [],
        discriminator: [],
        discriminatorSpectral: [],
        discriminatorOptimizer: [],
      },
    },
  };
}

/** Keeps what is wanted of the rounds up to this one. */
function keepUpTo(snapshots: Snapshots, last: number, floats?: number): void {
  for (let complete = 0; complete <= last; complete++) {
    if (snapshots.wants(complete)) {
      snapshots.add(snapshotAt(complete, floats));
    }
  }
}

describe('Snapshots of a run', () => {
  it('stay within their number and memory, however long the run', () => {
    const snapshots = new Snapshots(4000);
    keepUpTo(snapshots, 20_000, 10);
    assert.ok(snapshots.bytes <= 4000 && snapshots.bytes > 1000, `${snapshots.bytes} bytes`);
    const many = new Snapshots();
    keepUpTo(many, 20_000);
    assert.ok(many.rounds.length <= MOST_SNAPSHOTS && many.rounds.length >= MOST_SNAPSHOTS / 2);
  });

  it('lie evenly over the run and always begin with its first round', () => {
    const snapshots = new Snapshots();
    keepUpTo(snapshots, 5000);
    const { rounds } = snapshots;
    const gaps = rounds.slice(1).map((complete, index) => complete - (rounds[index] ?? 0));
    assert.equal(rounds[0], 0);
    assert.equal(new Set(gaps).size, 1);
  });

  it('give the nearest round before another, and the first for itself', () => {
    const snapshots = new Snapshots();
    keepUpTo(snapshots, 40);
    const nearest = (complete: number) => snapshots.before(complete)?.gan.completeRounds;
    assert.deepEqual([0, 1, 8, 9, 40, 41, 90].map(nearest), [0, 0, 0, 8, 32, 40, 40]);
  });

  it('keep the first even if it alone is too large', () => {
    const snapshots = new Snapshots(10);
    keepUpTo(snapshots, 100, 100);
    assert.deepEqual(snapshots.rounds, [0]);
  });

  it('forget what a branch gives up', () => {
    const snapshots = new Snapshots();
    keepUpTo(snapshots, 100);
    snapshots.dropAfter(20);
    assert.deepEqual(snapshots.rounds, [0, 8, 16]);
    assert.equal(snapshots.bytes, 3 * snapshotBytes(snapshotAt(0)));
  });
});

describe('A series', () => {
  it('keeps its first value, its last ones without a gap, and a bounded number of others', () => {
    const series = new Series<{ round: number }>();
    for (let complete = 1; complete <= 50_000; complete++) {
      series.add({ round: complete });
    }
    const rounds = series.values.map((value) => value.round);
    assert.equal(rounds.length, MOST_VALUES);
    assert.equal(rounds[0], 1);
    assert.deepEqual(
      rounds.slice(-50),
      Array.from({ length: 50 }, (_, index) => 49_951 + index),
    );
    const older = rounds.slice(0, -64);
    const gaps = older.slice(1).map((complete, index) => complete - (older[index] ?? 0));
    assert.ok(Math.max(...gaps) <= 1000, `${Math.max(...gaps)} rounds without a value`);
  });

  it('tells what was known at a round', () => {
    const series = new Series([{ round: 10 }, { round: 20 }, { round: 30 }]);
    assert.deepEqual(
      [9, 10, 19, 35].map((complete) => series.latestAt(complete)?.round),
      [undefined, 10, 10, 30],
    );
    series.dropAfter(20);
    assert.equal(series.latestAt(35)?.round, 20);
  });
});

describe('The log of live changes', () => {
  const h = (batchSize: number) => ({ ...PICTURE_DEFAULTS, batchSize });

  it('knows each change by its moment, the last one of a moment', () => {
    const log = new ChangeLog();
    log.record(round(3), h(4));
    log.record({ round: 5, phasesDone: 2 }, h(5));
    log.record({ round: 5, phasesDone: 2 }, h(6));
    assert.equal(log.at(round(3))?.batchSize, 4);
    assert.equal(log.at({ round: 5, phasesDone: 2 })?.batchSize, 6);
    assert.equal(log.at(round(5)), undefined);
    assert.deepEqual(
      [3, 5].map((complete) => log.changesWithin(complete)),
      [false, true],
    );
  });

  it('keeps a change at the moment of a branch and forgets later ones', () => {
    const log = new ChangeLog([
      { position: round(3), hyperparameters: h(4) },
      { position: round(7), hyperparameters: h(5) },
    ]);
    log.dropAfter(round(3));
    assert.deepEqual(
      log.all.map(({ position }) => position.round),
      [3],
    );
  });
});

describe('The end of playing', () => {
  const metrics = {
    round: 12,
    discriminatorLoss: 1,
    generatorLoss: 1,
    accuracyOnReal: 0.5,
    accuracyOnFake: 0.55,
    meanOnReal: 0.5,
    meanOnFake: 0.5,
  };
  const quality = { round: 12, miniFid: 0.3, effectiveModes: 4, modes: 6 };
  const completed = { round: 12, metrics, quality };

  it('is a round', () => {
    assert.deepEqual(
      [11, 12, 13].map((target) => isReached({ kind: 'round', round: target }, completed)),
      [true, true, false],
    );
  });

  it('is a share of forgeries that fool', () => {
    assert.equal(isReached({ kind: 'fooled', share: 0.4 }, completed), true);
    assert.equal(isReached({ kind: 'fooled', share: 0.5 }, completed), false);
  });

  it('is a measurement, and only one of this very round', () => {
    const below = { kind: 'quality', measure: 'miniFid', is: 'below', value: 0.35 } as const;
    assert.equal(isReached(below, completed), true);
    assert.equal(isReached({ ...below, value: 0.2 }, completed), false);
    assert.equal(isReached({ ...below, measure: 'effectiveModes', is: 'above', value: 3 }, completed), true);
    assert.equal(isReached(below, { ...completed, quality: undefined }), false);
  });
});
