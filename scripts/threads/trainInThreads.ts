import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import {
  RerunJobSchema,
  RerunOutcomeSchema,
  type RerunJob,
  type RerunOutcome,
} from '../../src/shared/wire/rerun';
import { outcomeOf } from '../../webview/rerun/outcome';
import { Rerunner } from '../../webview/rerun/rerunner';
import { pageTimers } from '../../webview/ui/timers';
import { engineWorker } from './engineWorker';

/** A report is judged by numbers; nobody looks at pictures here. */
const NO_PICTURES = { samplesOverTime: new Uint8Array(), chart: new Uint8Array() };

/**
 * Trains runs again, so many at a time, each in a thread of its own.
 *
 * @param script the module to run in a thread, which calls {@link trainInThread}
 * @param done called after each run
 */
export async function trainInThreads(
  script: URL,
  jobs: readonly RerunJob[],
  threads: number,
  done: (outcome: RerunOutcome) => void,
): Promise<RerunOutcome[]> {
  const waiting = [...jobs];
  const outcomes: RerunOutcome[] = [];
  const work = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const outcome = await trainInNewThread(script, job);
      outcomes.push(outcome);
      done(outcome);
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, jobs.length) }, work));
  return outcomes;
}

function trainInNewThread(script: URL, job: RerunJob): Promise<RerunOutcome> {
  return new Promise((resolve) => {
    const thread = new Worker(script, { workerData: job });
    const fail = (message: string): void =>
      resolve({ kind: 'failed', id: job.id, message, next: 'Train it again.' });
    thread.once('message', (message: unknown) => resolve(v.parse(RerunOutcomeSchema, message)));
    thread.once('error', (error) => fail(error.message));
    // A promise keeps its first value: after an outcome this changes nothing.
    thread.once('exit', (code) => fail(`Its thread ended with code ${code}.`));
  });
}

/** What a thread of {@link trainInThreads} does; `false` in the main thread. */
export async function trainInThread(): Promise<boolean> {
  if (isMainThread || parentPort === null) {
    return false;
  }
  const rerunner = new Rerunner(() => Promise.resolve(engineWorker()), undefined, pageTimers);
  const outcome = await outcomeOf(
    rerunner,
    v.parse(RerunJobSchema, workerData),
    () => Promise.resolve(NO_PICTURES),
    () => undefined,
  );
  parentPort.postMessage(outcome);
  return true;
}
