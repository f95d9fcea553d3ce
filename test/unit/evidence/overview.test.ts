import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import { REGIONS } from '../../../src/shared/domain/regions';
import type { RoundMetrics } from '../../../src/shared/domain/measures';
import type { RunStart } from '../../../src/shared/wire/run';
import { overviewBoxes, shapeText, type BoxId } from '../../../webview/lesson/evidence/overview/boxes';
import { frameAt, pictures } from '../panel/frames';

const START: RunStart = {
  backend: { backend: 'cpu', reason: '' },
  generatorParameters: 32667,
  discriminatorParameters: 20425,
  generatorShapes: [
    { name: 'dense', outputShape: [64], parameters: 1088 },
    { name: 'convolution', outputShape: [16, 16, 3], parameters: 31579 },
  ],
  discriminatorShapes: [{ name: 'dense', outputShape: [1], parameters: 20425 }],
  collectionPictures: pictures(1),
};

const METRICS: RoundMetrics = {
  round: 58,
  discriminatorLoss: 0.98,
  generatorLoss: 1.17,
  accuracyOnReal: 0.75,
  accuracyOnFake: 1,
  meanOnReal: 0.61,
  meanOnFake: 0.36,
  discriminatorGradientNorm: 4.37,
};

function boxes(phasesDone: number, wholeRounds = false) {
  const frame = frameAt({ round: 57, phasesDone }, { metrics: METRICS, wholeRounds });
  return overviewBoxes({ start: START, frame, hyperparameters: PICTURE_DEFAULTS });
}

function linesOf(id: BoxId, shown = boxes(4)): readonly string[] {
  return shown.find((box) => box.id === id)?.lines ?? [];
}

describe('The overview of the data flow', () => {
  it('tells shapes with the batch, weights and layers', () => {
    assert.equal(shapeText([16, 16, 3]), '16\u202f×\u202f16\u202f×\u202f3');
    assert.match(linesOf('noise')[0] ?? '', /^32, each of 16$/);
    assert.match(linesOf('fake')[0] ?? '', /^32, each of 16.×.16.×.3$/);
    assert.deepEqual(linesOf('generator'), [`${(32667).toLocaleString()} weights`, '2 layers']);
  });

  it('tells the numbers of the round where they are known', () => {
    assert.deepEqual(linesOf('discriminatorLoss'), ['0.98']);
    assert.deepEqual(linesOf('discriminatorGradient'), ['norm 4.37']);
    assert.deepEqual(linesOf('generatorGradient'), [], 'not measured');
    assert.match(linesOf('real')[1] ?? '', /^judged 61.% real$/);
  });

  it('marks what the phase that was done last works on, and nothing while rounds pass whole', () => {
    const active = (phasesDone: number, whole = false) =>
      boxes(phasesDone, whole).flatMap(({ id, isActive }) => (isActive ? [id] : []));
    assert.deepEqual(active(1), ['data', 'real']);
    assert.deepEqual(active(5), ['discriminator', 'discriminatorLoss', 'discriminatorGradient']);
    assert.deepEqual(active(0, true), []);
  });

  it('leads from every box to a part of the panel', () => {
    assert.ok(boxes(4).every(({ region }) => REGIONS.includes(region)));
  });

  it('stands there before the run does', () => {
    const empty = overviewBoxes({ start: undefined, frame: undefined, hyperparameters: undefined });
    assert.equal(empty.length, 11);
    assert.deepEqual(linesOf('generator', empty), []);
  });
});
