import assert from 'node:assert/strict';
import { writeProgram } from '../../../src/code';
import { featureLayers, generatorLayers, type CodeLayer } from '../../../src/code/layers';
import { CODE_FLAVOURS, linesOf, textOf } from '../../../src/code/program';
import { samplesOf } from '../../../src/code/samples';
import {
  defaultsFor,
  isOwnData,
  PICTURE_DATA,
  POINT_DATA,
  type Hyperparameters,
} from '../../../src/shared/domain/hyperparameters';
import { PHASES, type Phase } from '../../../src/shared/domain/phases';
import { createCollection } from '../../../webview/gan/datasets';
import { createDiscriminator, createGenerator } from '../../../webview/gan/networks';
import { allPairs } from './combinations';

/** Numbers that a layer learns. */
function parameters(layer: CodeLayer): number {
  switch (layer.kind) {
    case 'dense':
      return layer.inputs * layer.units + layer.units;
    case 'convolution':
    case 'transposedConvolution':
      return 16 * layer.inputs * layer.output[2] + layer.output[2];
    case 'point':
      return layer.size;
    case 'batch':
      return 2 * layer.channels;
    default:
      return 0;
  }
}

function learned(layers: readonly CodeLayer[]): number[] {
  return layers.map(parameters).filter((count) => count > 0);
}

describe('The program of a run', () => {
  const combinations = allPairs();

  it('spells out the layers of the engine, whatever the networks are', () => {
    for (const h of combinations) {
      const samples = samplesOf(h);
      const generator = createGenerator(h, samples.shape, samples.classes).describe();
      const discriminator = createDiscriminator(h, samples.shape, samples.classes).describe();
      const counts = (layers: typeof generator) =>
        layers.map((layer) => layer.parameters).filter((count) => count > 0);
      assert.deepEqual(learned(generatorLayers(h, samples)), counts(generator));
      assert.deepEqual(learned(featureLayers(h, samples)), counts(discriminator).slice(0, -1));
    }
  });

  it('knows the shape and the kinds of the originals of each collection', () => {
    for (const data of [...PICTURE_DATA, ...POINT_DATA]) {
      const h: Hyperparameters = { ...defaultsFor(data), conditional: 'yes' };
      const collection = createCollection(h);
      assert.deepEqual(samplesOf(h).shape, collection.sampleShape, data);
      assert.equal(samplesOf(h).classes, collection.modes, data);
      assert.equal(samplesOf({ ...h, conditional: 'no' }).classes, 0);
    }
  });

  for (const flavour of CODE_FLAVOURS) {
    describe(`in ${flavour}`, () => {
      it('has lines for each phase, in the order of the phases', () => {
        for (const h of combinations) {
          const lines = writeProgram(flavour, h);
          const order = lines.flatMap(({ phase }) => phase ?? []);
          const firsts = order.filter((phase, index) => phase !== order[index - 1]);
          // A phase may go on after another one that stands within it, but none begins before its turn.
          assert.deepEqual([...new Set(firsts)], [...PHASES], textOf(lines));
          for (const phase of PHASES) {
            assert.ok(linesOf(lines, phase).length >= 2, `${phase} has a heading and something to read`);
          }
        }
      });

      it('shows the round and both losses beside one line each', () => {
        for (const h of combinations) {
          const shown = writeProgram(flavour, h).flatMap(({ shows }) => shows ?? []);
          assert.deepEqual(shown, ['round', 'discriminatorLoss', 'generatorLoss']);
        }
      });

      it('is short enough to be read', () => {
        const lines = writeProgram(flavour, defaultsFor('portraits'));
        assert.ok(lines.length < 120, `${lines.length} lines`);
        assert.ok(lines.every(({ text }) => text.length <= 110 && !text.includes('\n')));
      });

      it('names each hyperparameter that decides it', () => {
        const h: Hyperparameters = {
          ...defaultsFor('portraits'),
          batchSize: 37,
          latentSize: 19,
          generatorLearningRate: 0.0123,
          discriminatorLearningRate: 0.0321,
          r1Weight: 0.77,
          r1Interval: 13,
          averageDecay: 0.912,
          instanceNoise: 0.017,
          labelSmoothing: 0.123,
          weightClip: 3.25,
          gradientPenaltyWeight: 8.5,
          discriminatorBeta1: 0.43,
          generatorBeta2: 0.987,
        };
        const text = textOf(writeProgram(flavour, h));
        for (const value of [37, 19, 0.0123, 0.0321, 0.77, 13, 0.912, 0.017, 0.123, 3.25, 8.5, 0.43, 0.987]) {
          assert.ok(text.includes(String(value)), `${value} in\n${text}`);
        }
      });

      it('computes the gradient where the hints flow back, and follows it where the forger learns', () => {
        const program = writeProgram(flavour, defaultsFor('portraits'));
        const textIn = (phase: Phase): string =>
          linesOf(program, phase)
            .map((line) => program[line]?.text)
            .join('\n');
        const [gradient, step] = [/loss_g\.backward|variableGrads/, /optimizer_?G\.(step|applyGradients)/i];
        assert.match(textIn('forgeAgain'), gradient);
        assert.doesNotMatch(textIn('forgeAgain'), step);
        assert.match(textIn('trainGenerator'), step);
        assert.doesNotMatch(textIn('trainGenerator'), gradient);
      });

      it('trains as long as it is told', () => {
        assert.match(textOf(writeProgram(flavour, defaultsFor('ring'), 7)), /\b7\b/);
      });

      it('needs a file of the learner for pictures and own points, and none for the distributions', () => {
        for (const data of [...POINT_DATA, ...PICTURE_DATA, 'ownPoints', 'ownPictures'] as const) {
          const text = textOf(writeProgram(flavour, { ...defaultsFor(data) }));
          const brings = text.includes(`${data}.pt`) || text.includes(`./${data}.js`);
          assert.equal(brings, isOwnData(data) || PICTURE_DATA.some((name) => name === data), data);
        }
      });
    });
  }
});
