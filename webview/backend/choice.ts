import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgl';
import { backend, env, ready, setBackend } from '@tensorflow/tfjs-core';
import * as l10n from '@vscode/l10n';
import type { Result } from '../../src/shared/result';
import { failure, success } from '../../src/shared/result';
import type { BackendChoice } from '../../src/shared/run';
import './gradients';
import { isSoftwareRenderer, softwareRendererName, webglRenderer } from './renderer';
import { SIMD_BACKEND, registerSimdBackend } from './simd/register';

/** What a person asked for in the hyperparameters. */
export type WantedBackend = 'auto' | BackendChoice['backend'];

/** Bits of a float in training; some graphics processors have only 16, in which small gradients vanish. */
const FULL_PRECISION = 32;

/**
 * Chooses the backend that trains and makes it tfjs's current one, ready for use. `auto` is WebGL where WebGL 2 runs on
 * a graphics processor, else the CPU. Who wants `webgl` gets it wherever there is WebGL 2, hardware or not, and else the
 * CPU with the reason. Fails only where not even the CPU backend starts.
 */
export async function chooseBackend(wanted: WantedBackend): Promise<Result<BackendChoice>> {
  if (wanted === 'cpu') return useCpu(l10n.t('The CPU trains, as chosen in the hyperparameters.'));

  const renderer = webglRenderer();
  if (renderer === undefined) return useCpu(l10n.t('No WebGL 2 here, so the CPU trains.'));
  const software = isSoftwareRenderer(renderer);
  if (software && wanted === 'auto') {
    return useCpu(l10n.t('No hardware WebGL here ({0}), so the CPU trains.', softwareRendererName(renderer)));
  }
  // tfjs refuses software WebGL unless told that it is wanted.
  env().set('SOFTWARE_WEBGL_ENABLED', software);
  if (!(await use('webgl'))) return useCpu(l10n.t('WebGL does not start here, so the CPU trains.'));
  if (wanted === 'auto' && backend().floatPrecision() < FULL_PRECISION) {
    return useCpu(l10n.t('WebGL computes with too few digits here, so the CPU trains.'));
  }
  return success({
    backend: 'webgl',
    reason: software
      ? l10n.t(
          'WebGL trains, as chosen in the hyperparameters, but in software ({0}): the CPU backend would be faster.',
          softwareRendererName(renderer),
        )
      : l10n.t('The graphics processor trains, through WebGL.'),
  });
}

/** The SIMD backend, or where it does not start, tfjs's own CPU backend. */
async function useCpu(reason: string): Promise<Result<BackendChoice>> {
  if ((await simdRegistered()) && (await use(SIMD_BACKEND))) return success({ backend: 'cpu', reason });
  if (await use('cpu')) {
    const slow = l10n.t('WebAssembly with SIMD does not start here, so training is slow.');
    return success({ backend: 'cpu', reason: `${reason} ${slow}` });
  }
  return failure(
    l10n.t('No backend for training could be started.'),
    l10n.t('Close other panels to free memory, then restart the lesson.'),
  );
}

/** False where WebAssembly lacks SIMD, or where a policy of the page forbids WebAssembly. */
async function simdRegistered(): Promise<boolean> {
  try {
    await registerSimdBackend();
    return true;
  } catch {
    return false;
  }
}

/** Whether tfjs's backend of that name is now the current one and ready. */
async function use(name: string): Promise<boolean> {
  if (!(await setBackend(name))) return false;
  await ready();
  return true;
}
