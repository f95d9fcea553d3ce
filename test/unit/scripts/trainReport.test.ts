import assert from 'node:assert/strict';
import { decode } from 'fast-png';
import { contactSheet, layOut } from '../../../scripts/train/contactSheet';
import { describeRun, runAsJson } from '../../../scripts/train/report';
import { measuredRounds, trainRun, type TrainedRun } from '../../../scripts/train/trainedRun';
import { POINT_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import { trainerOf, runRounds, SMALL, valueOf } from '../gan/support';

describe('The rounds that a table of a run shows', () => {
  it('are 0, 40, 100, 200, 400, ..., the last that is measured and the last', () => {
    assert.deepEqual(measuredRounds(0), [0]);
    assert.deepEqual(measuredRounds(50), [0, 40, 50]);
    assert.deepEqual(measuredRounds(800), [0, 40, 100, 200, 400, 800]);
    assert.deepEqual(measuredRounds(333), [0, 40, 100, 200, 300, 333]);
    assert.deepEqual(measuredRounds(900), [0, 40, 100, 200, 400, 800, 900]);
  });
});

describe('A trained run', () => {
  let run: TrainedRun;
  before(async () => {
    run = valueOf(await trainRun(SMALL, 60));
  });

  it('is the run of the lesson', async () => {
    const trainer = await trainerOf();
    runRounds(trainer, 60);
    const { metrics, quality } = trainer.frame({ playing: false, wholeRounds: false });
    trainer.dispose();
    const last = run.measured.at(-1);
    assert.equal(run.series.perRound.discriminatorLoss.at(-1), metrics?.discriminatorLoss);
    assert.deepEqual(last?.quality, quality);
  });

  it('is told to a person with every round of the table', () => {
    const lines = describeRun(run).split('\n');
    for (const { round, quality } of run.measured) {
      const row = lines.find((line) => new RegExp(`^ *${round}  `).test(line));
      assert.ok(row?.includes(quality?.miniFid.toFixed(3) ?? '-'), `round ${round}`);
    }
    assert.ok(lines.some((line) => line.includes('Nothing is wrong')));
  });

  it('is told to a program as JSON, with its hyperparameters, metrics and diagnosis', () => {
    const json: unknown = JSON.parse(runAsJson(run));
    assert.ok(typeof json === 'object' && json !== null);
    assert.ok('hyperparameters' in json && 'metrics' in json && 'diagnosis' in json);
    assert.deepEqual(json.hyperparameters, run.hyperparameters);
    assert.deepEqual(json.diagnosis, []);
    assert.ok(Array.isArray(json.metrics));
    assert.equal(json.metrics.length, run.measured.length);
  });

  it('comes with a contact sheet, a row for each round of the table and one of originals', () => {
    const sheet = layOut([...run.measured.map(({ pictures }) => pictures), run.originals]);
    const png = decode(contactSheet(run));
    assert.deepEqual([png.width, png.height], [sheet.width, sheet.height]);
    assert.deepEqual([...png.data], [...sheet.data]);
  });

  it('compares points with the collection and the discriminator with the best one', async () => {
    const h = { ...POINT_DEFAULTS, backend: 'cpu' } as const;
    const points = valueOf(await trainRun(h, 20));
    const trainer = await trainerOf(h);
    runRounds(trainer, 20);
    const { quality } = trainer.frame({ playing: false, wholeRounds: true });
    trainer.dispose();
    const { jensenShannon, optimalGap } = points.measured.at(-1)?.quality ?? {};
    assert.ok(jensenShannon !== undefined && optimalGap !== undefined);
    assert.deepEqual([jensenShannon, optimalGap], [quality?.jensenShannon, quality?.optimalGap]);
    assert.ok(describeRun(points).includes(optimalGap.toFixed(3)));
    assert.ok(runAsJson(points).includes('"optimalGap"'));
    assert.ok(run.measured.every((look) => look.quality?.optimalGap === undefined));
  });
});

describe('A contact sheet', () => {
  it('shows each picture enlarged, in its row and column, on white', () => {
    const pixel = (value: number) => ({
      count: 1,
      size: 1,
      rgba: new Uint8ClampedArray([value, value, value, 255]),
    });
    const { width, height, data } = layOut([pixel(10), pixel(20)]);
    assert.deepEqual([width, height], [11, 18]);
    const at = (x: number, y: number) => data[4 * (y * width + x)];
    assert.deepEqual(
      [at(0, 0), at(4, 4), at(6, 6), at(7, 7), at(4, 11), at(6, 13)],
      [255, 10, 10, 255, 20, 20],
    );
  });
});
