import { backend, env, ready, setBackend } from '@tensorflow/tfjs-core';
import * as l10n from '@vscode/l10n';
import type { Result } from '../../src/shared/result';
import { failure, success } from '../../src/shared/result';
import type { BackendChoice } from '../../src/shared/wire/run';
import './gradients';
import { challengerWins, type RaceResult, type Races, type Rehearsal } from './race';
import { isSoftwareRenderer, rendererName, softwareRendererName, webglRenderer } from './renderer';
import { SIMD_BACKEND, registerSimdBackend } from './simd/register';
import { releaseWebgl, webglIsLost } from './webglContext';
import './tfjsKernels';

/** What a person asked for in the hyperparameters. */
export type WantedBackend = 'auto' | BackendChoice['backend'];

/** Bits of a float in training; some graphics processors have only 16, in which small gradients vanish. */
const FULL_PRECISION = 32;

/** What is to be trained, for a race between backends. */
export interface Model {
  /** The same for models whose rounds take the same time. */
  readonly key: string;
  /** The model with random numbers of its own, on the current backend. */
  rehearse(): Rehearsal;
  readonly races: Races;
}

/**
 * Chooses the backend that trains and makes it tfjs's current one, ready for use. `auto` is WebGL where WebGL 2 runs on
 * a graphics processor and wins a short race on `model`, else the CPU. Who wants `webgl` gets it wherever there is WebGL
 * 2, hardware or not, and else the CPU with the reason. Fails only where not even the CPU backend starts.
 *
 * @param model without it, `auto` trusts that a graphics processor is faster
 */
export async function chooseBackend(wanted: WantedBackend, model?: Model): Promise<Result<BackendChoice>> {
  if (webglIsLost()) {
    releaseWebgl();
  }
  if (wanted === 'cpu') {
    return useCpu(l10n.t('The CPU trains, as chosen in the hyperparameters.'));
  }

  const renderer = webglRenderer();
  if (renderer === undefined) {
    return useCpu(l10n.t('No WebGL 2 here, so the CPU trains.'));
  }
  const software = isSoftwareRenderer(renderer);
  if (software && wanted === 'auto') {
    return useCpu(l10n.t('No hardware WebGL here ({0}), so the CPU trains.', softwareRendererName(renderer)));
  }
  const known = wanted === 'auto' ? model?.races.recall(model.key) : undefined;
  if (known !== undefined && !challengerWins(known)) {
    return useCpu(raceReason(rendererName(renderer), known));
  }
  // tfjs refuses software WebGL unless told that it is wanted.
  env().set('SOFTWARE_WEBGL_ENABLED', software);
  if (!(await use('webgl'))) {
    return useCpu(l10n.t('WebGL does not start here, so the CPU trains.'));
  }
  if (wanted === 'auto' && !hasFullPrecision()) {
    return useCpu(l10n.t('WebGL computes with too few digits here, so the CPU trains.'));
  }
  if (wanted === 'auto' && model !== undefined) {
    return winnerOf(model, rendererName(renderer));
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

/**
 * Of the WebGL backend, the current one. tfjs's own answer, 16 or 32 bits, is only good for devices that cannot render
 * floats of 32 bits: where they can, it is 16.
 */
function hasFullPrecision(): boolean {
  return env().getBool('WEBGL_RENDER_FLOAT32_ENABLED') || backend().floatPrecision() === FULL_PRECISION;
}

/** The CPU against the graphics processor, which has started already. */
async function winnerOf(model: Model, renderer: string): Promise<Result<BackendChoice>> {
  const result = await model.races.result(
    model.key,
    { start: async () => ((await useCpu('')).ok ? model.rehearse() : undefined) },
    { start: async () => ((await use('webgl')) ? model.rehearse() : undefined) },
  );
  if (challengerWins(result) && (await use('webgl'))) {
    return success({ backend: 'webgl', reason: raceReason(renderer, result) });
  }
  const choice = await useCpu(raceReason(renderer, result));
  releaseWebgl();
  return choice;
}

/** The figures of a race, for a person. */
export function raceReason(renderer: string, { champion, challenger }: RaceResult): string {
  const figure = (rate: number): string => (rate < 10 ? rate.toFixed(1) : String(Math.round(rate)));
  if (challenger === undefined) {
    return champion === undefined
      ? l10n.t('WebGL on {0} was not ready in time, so the CPU trains.', renderer)
      : l10n.t('WebGL on {0} was not ready in time; CPU: {1} rounds a second.', renderer, figure(champion));
  }
  return champion === undefined
    ? l10n.t('WebGL on {0}: {1} rounds a second; the CPU could not run it.', renderer, figure(challenger))
    : l10n.t('WebGL on {0}: {1} rounds a second; CPU: {2}.', renderer, figure(challenger), figure(champion));
}

/** The SIMD backend, or where it does not start, tfjs's own CPU backend, with what was in the way. */
async function useCpu(reason: string): Promise<Result<BackendChoice>> {
  const fault = await simdFault();
  if (fault === undefined) {
    return success({ backend: 'cpu', reason });
  }
  if (await use('cpu')) {
    const slow = l10n.t('WebAssembly with SIMD does not start here, so training is slow. ({0})', fault);
    return success({ backend: 'cpu', reason: `${reason} ${slow}` });
  }
  return failure(
    l10n.t('No backend for training could be started.'),
    l10n.t('Close other panels to free memory, then restart the lesson.'),
  );
}

/**
 * Makes the SIMD backend the current one. WebAssembly may lack SIMD, and a policy of the page may forbid WebAssembly.
 *
 * @returns why it does not start, as the browser says it; `undefined` when it has started
 */
async function simdFault(): Promise<string | undefined> {
  try {
    await registerSimdBackend();
    return (await use(SIMD_BACKEND)) ? undefined : l10n.t('TensorFlow.js refuses it.');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Whether tfjs's backend of that name is now the current one and ready. */
async function use(name: string): Promise<boolean> {
  if (!(await setBackend(name))) {
    return false;
  }
  await ready();
  return true;
}
