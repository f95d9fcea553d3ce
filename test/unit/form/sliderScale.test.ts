import assert from 'node:assert/strict';
import { HYPERPARAMETER_NAMES, SPECS, type NumberSpec } from '../../../src/shared/domain/hyperparameters';
import {
  SLIDER_STEPS,
  fromPosition,
  hasSlider,
  slideTo,
  toPosition,
} from '../../../webview/hyperparameters/sliderScale';

const SLIDERS = HYPERPARAMETER_NAMES.flatMap((name): [string, NumberSpec][] => {
  const spec = SPECS[name];
  return spec.kind === 'number' && hasSlider(spec) ? [[name, spec]] : [];
});

describe('The scale of a slider', () => {
  it('reaches both ends of every range exactly', () => {
    for (const [name, spec] of SLIDERS) {
      assert.equal(fromPosition(spec, 0), spec.minimum, name);
      assert.equal(fromPosition(spec, SLIDER_STEPS), spec.maximum, name);
      assert.equal(toPosition(spec, spec.minimum), 0, name);
      assert.equal(toPosition(spec, spec.maximum), SLIDER_STEPS, name);
    }
  });

  it('comes back to the position that it was set to, up to rounding', () => {
    for (const [name, spec] of SLIDERS) {
      for (let position = 0; position <= SLIDER_STEPS; position += 50) {
        const value = fromPosition(spec, position);
        assert.equal(fromPosition(spec, toPosition(spec, value)), value, `${name} at ${position}`);
      }
    }
  });

  it('spreads a learning rate by its order of magnitude', () => {
    const spec = SPECS.generatorLearningRate;
    assert.equal(toPosition(spec, 1e-3), SLIDER_STEPS / 2);
    assert.equal(fromPosition(spec, SLIDER_STEPS / 2), 1e-3);
  });

  it('sets whole numbers where only whole numbers are allowed', () => {
    for (let position = 0; position <= SLIDER_STEPS; position++) {
      assert.ok(Number.isInteger(fromPosition(SPECS.batchSize, position)));
    }
  });

  it('moves on with every press of an arrow key', () => {
    for (const [name, spec] of SLIDERS) {
      let value = spec.minimum;
      for (let presses = 0; value < spec.maximum; presses++) {
        assert.ok(presses <= SLIDER_STEPS, `${name} is stuck at ${value}`);
        const next = slideTo(spec, value, toPosition(spec, value) + 1);
        assert.ok(next > value, `${name} does not move on from ${value}`);
        value = next;
      }
    }
  });

  it('is not offered for a seed, of which it could only reach a few', () => {
    assert.equal(hasSlider(SPECS.seed), false);
  });
});
