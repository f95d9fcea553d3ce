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
  remediesForMemorisation,
  remediesForModes,
  remediesForNotFinite,
  remediesForOscillation,
  remediesForVanishingGradient,
  remediesForWeakGenerator,
} from '../../../../webview/gan/diagnosis/remedies';

const REMEDIES: Record<PresetSymptom, (h: Hyperparameters) => HyperparameterChanges[]> = {
  modeCollapse: remediesForModes,
  modeDropping: remediesForModes,
  vanishingGradient: remediesForVanishingGradient,
  forgerTooWeak: remediesForWeakGenerator,
  oscillation: remediesForOscillation,
  notFinite: remediesForNotFinite,
  memorisation: remediesForMemorisation,
};

describe('The remedies that a diagnosis offers', () => {
  for (const { id, changes, symptom, repairs } of PRESETS) {
    it(`are repairs that were measured: ${id}`, () => {
      const h = v.parse(HyperparametersSchema, { ...defaultsFor(changes.data ?? 'portraits'), ...changes });
      const offered = REMEDIES[symptom](h);
      assert.ok(offered.length > 0);
      for (const remedy of offered) {
        assert.ok(
          repairs.some((repair) => isDeepStrictEqual(repair.changes, remedy)),
          `${JSON.stringify(remedy)} was not measured`,
        );
      }
    });
  }
});
