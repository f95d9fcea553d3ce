import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import * as v from 'valibot';
import {
  HyperparametersSchema,
  POINT_DEFAULTS,
  PICTURE_DEFAULTS,
  SPECS,
  type HyperparameterChanges,
  type Hyperparameters,
} from '../../../src/shared/domain/hyperparameters';
import { ADAM_KERNEL } from '../../../webview/backend/simd/adam';
import {
  CROSS_ENTROPY_GRADIENT_KERNEL,
  CROSS_ENTROPY_KERNEL,
} from '../../../webview/backend/simd/crossEntropy';
import {
  DENSE_STACK_INPUT_KERNEL,
  DENSE_STACK_KERNEL,
  DENSE_STACK_PARAMETERS_KERNEL,
} from '../../../webview/backend/simd/denseStack';
import { NORM_KERNEL } from '../../../webview/backend/simd/norm';
import { SCALED_SUMS_KERNEL } from '../../../webview/backend/simd/scaledSum';
import { CPU_KERNELS } from '../../../webview/backend/tfjsKernels/cpu';
import { WEBGL_KERNELS } from '../../../webview/backend/tfjsKernels/webgl';
import { BackendChooser } from '../../../webview/gan/backendChooser';
import { Trainer } from '../../../webview/gan/trainer';
import { ComposedBackend } from '../gan/support';

const SMALL = {
  backend: 'cpu',
  batchSize: 4,
  collectionSize: 16,
  latentSize: 2,
  generatorWidth: 4,
  discriminatorWidth: 4,
  r1Interval: 2,
} as const;
const PICTURES: Hyperparameters = { ...PICTURE_DEFAULTS, ...SMALL, pictureSize: 12 };
const POINTS: Hyperparameters = { ...POINT_DEFAULTS, ...SMALL };

/** Everything that is computed in a way of its own, one after the other. */
const VARIANTS: readonly HyperparameterChanges[] = [
  {},
  ...SPECS.loss.choices.flatMap((loss) => [{ loss }, { loss, labelSmoothing: 0.1 }]),
  ...SPECS.generatorOptimizer.choices.map((kind) => ({
    generatorOptimizer: kind,
    discriminatorOptimizer: kind,
  })),
  ...SPECS.generatorActivation.choices.map((kind) => ({
    generatorActivation: kind,
    discriminatorActivation: kind,
  })),
  { generatorNormalization: 'batch', discriminatorNormalization: 'batch', r1Weight: 0 },
  { discriminatorNormalization: 'spectral', gradientPenaltyWeight: 1 },
  { conditional: 'yes', gradientPenaltyWeight: 1 },
  { weightClip: 0.1 },
  { instanceNoise: 0.1 },
  { averageDecay: 0 },
];

/** Names of all kernels that a run asks tfjs for: phase by phase, in whole rounds, and for what is shown and saved. */
async function kernelsOf(h: Hyperparameters, backends: BackendChooser): Promise<readonly string[]> {
  const created = await Trainer.create(h, undefined, backends);
  assert.ok(created.ok, created.ok ? '' : created.problem.message);
  const trainer = created.value;
  const { kernelNames } = await tf.profile(() => {
    for (let phase = 0; phase < 7; phase++) {
      assert.ok(trainer.runPhase().ok);
    }
    assert.ok(trainer.runRound().ok);
    trainer.frame({ playing: false, wholeRounds: false });
    assert.ok(trainer.checkpoint().ok);
    return tf.scalar(0);
  });
  trainer.dispose();
  return kernelNames;
}

describe("The kernels of tfjs's backends that the worker brings along", () => {
  const namesOf = (kernels: readonly tf.KernelConfig[]) => kernels.map(({ kernelName }) => kernelName);

  it('are the same for the CPU and for WebGL', () => {
    assert.deepEqual(namesOf(CPU_KERNELS), namesOf(WEBGL_KERNELS));
  });

  /** Of our own, and made of tfjs's where a backend lacks them; and what tfjs calls a gradient that is given to it. */
  const own = [
    ADAM_KERNEL,
    CROSS_ENTROPY_KERNEL,
    CROSS_ENTROPY_GRADIENT_KERNEL,
    DENSE_STACK_KERNEL,
    DENSE_STACK_INPUT_KERNEL,
    DENSE_STACK_PARAMETERS_KERNEL,
    NORM_KERNEL,
    SCALED_SUMS_KERNEL,
    'forward',
  ];
  const places = [
    { place: 'where they are composed', backends: new ComposedBackend(), more: [] },
    { place: 'beside our own kernels', backends: new BackendChooser(), more: own },
  ];
  for (const { place, backends, more } of places) {
    const registered = new Set([...namesOf(CPU_KERNELS), ...more]);
    for (const [kind, base] of Object.entries({ pictures: PICTURES, points: POINTS })) {
      it(`are enough for everything that can be trained on ${kind}, ${place}`, async () => {
        for (const changes of VARIANTS) {
          const h = v.parse(HyperparametersSchema, { ...base, ...changes });
          const missing = (await kernelsOf(h, backends)).filter((name) => !registered.has(name));
          assert.deepEqual([...new Set(missing)], [], JSON.stringify(changes));
        }
      });
    }
  }
});
