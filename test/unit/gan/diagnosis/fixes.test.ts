import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import {
  defaultsFor,
  HyperparametersSchema,
  type HyperparameterChanges,
  type Hyperparameters,
} from '../../../../src/shared/domain/hyperparameters';
import { PRESETS, type PresetSymptom } from '../../../../src/shared/domain/presets';
import {
  fixesForMemorisation,
  fixesForModes,
  fixesForNotFinite,
  fixesForOscillation,
  fixesForVanishingGradient,
  fixesForWeakGenerator,
} from '../../../../webview/gan/diagnosis/fixes';

const REMEDIES: Record<PresetSymptom, (h: Hyperparameters) => HyperparameterChanges[]> = {
  modeCollapse: fixesForModes,
  modeDropping: fixesForModes,
  vanishingGradient: fixesForVanishingGradient,
  forgerTooWeak: fixesForWeakGenerator,
  oscillation: fixesForOscillation,
  notFinite: fixesForNotFinite,
  memorisation: fixesForMemorisation,
};

describe('The remedies that a diagnosis offers', () => {
  for (const { id, changes, symptom, repairs } of PRESETS) {
    it(`are repairs that were measured: ${id}`, () => {
      const h = v.parse(HyperparametersSchema, { ...defaultsFor(changes.data ?? 'portraits'), ...changes });
      const offered = REMEDIES[symptom](h);
      assert.ok(offered.length > 0);
      for (const fix of offered) {
        assert.ok(
          repairs.some((repair) => isDeepStrictEqual(repair.changes, fix)),
          `${JSON.stringify(fix)} was not measured`,
        );
      }
    });
  }
});
