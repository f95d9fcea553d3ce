import type { Machine, RerunJob } from '../../src/shared/wire/rerun';
import { webglRenderer } from '../backend/renderer';
import type { Rerunner } from './rerunner';

/** How long frames are counted; a page that is covered gets none, so there is an end. */
const COUNTING_MS = 1000;

/** The part of WebGPU that is asked; its types are not everywhere yet. */
interface WithGpu {
  gpu: {
    requestAdapter(): Promise<{
      info?: Partial<Record<'vendor' | 'architecture' | 'device' | 'description', string>>;
    } | null>;
  };
}

/**
 * Finds out what this machine can do: what the browser says of it, and how fast a run trains.
 *
 * @param progressed called with the complete rounds, now and then
 */
export async function probeMachine(
  rerunner: Pick<Rerunner, 'run'>,
  job: RerunJob,
  progressed: (round: number) => void,
): Promise<Machine> {
  const webgl = webglRenderer();
  const webgpu = await webgpuAdapter();
  const frameRate = await countFrames();
  const training = await timeTraining(rerunner, job, progressed);
  return {
    userAgent: navigator.userAgent,
    processors: navigator.hardwareConcurrency,
    frameRate,
    ...(webgl !== undefined && { webgl }),
    ...(webgpu !== undefined && { webgpu }),
    ...(training && { training }),
  };
}

/** From the first round that was seen, so that the start does not count. */
async function timeTraining(
  rerunner: Pick<Rerunner, 'run'>,
  job: RerunJob,
  progressed: (round: number) => void,
): Promise<Machine['training']> {
  let first: { round: number; at: number } | undefined;
  const end = await rerunner.run(job, (round) => {
    if (first === undefined && round > 0) {
      first = { round, at: performance.now() };
    }
    progressed(round);
  });
  if (end.kind === 'failed' || first === undefined) {
    return undefined;
  }
  const seconds = (performance.now() - first.at) / 1000;
  const rounds = end.frame.position.round - first.round;
  return seconds > 0 ? { backend: end.backend, roundsPerSecond: rounds / seconds } : undefined;
}

async function webgpuAdapter(): Promise<string | undefined> {
  if (!hasGpu(navigator)) {
    return undefined;
  }
  try {
    const adapter = await navigator.gpu.requestAdapter();
    const { vendor, architecture, device, description } = adapter?.info ?? {};
    const names = [vendor, architecture, device, description].filter(
      (name) => name !== undefined && name !== '',
    );
    return adapter === null ? undefined : names.join(' ') || 'an adapter without a name';
  } catch {
    return undefined;
  }
}

function hasGpu(value: object): value is WithGpu {
  return 'gpu' in value && value.gpu !== undefined;
}

/** Animation frames a second. */
function countFrames(): Promise<number> {
  return new Promise((resolve) => {
    let frames = 0;
    const began = performance.now();
    const count = (): void => {
      frames++;
      handle = requestAnimationFrame(count);
    };
    let handle = requestAnimationFrame(count);
    setTimeout(() => {
      cancelAnimationFrame(handle);
      resolve((frames * 1000) / (performance.now() - began));
    }, COUNTING_MS);
  });
}
