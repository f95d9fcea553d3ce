import * as l10n from '@vscode/l10n';
import { render } from 'preact';
import { unreachable } from '../../src/shared/result';
import { HostToRerunSchema, type HostToRerun, type RerunToHost } from '../../src/shared/wire/messages';
import type { RunSeries } from '../../src/shared/domain/measures';
import type { RerunPictures } from '../../src/shared/wire/rerun';
import type { RunFrame } from '../../src/shared/wire/run';
import { trainingWorkerFactory } from '../lesson/training/workerScript';
import { registerControls } from '../ui/controls';
import { connectHost, pageRoot } from '../ui/host';
import { loadTranslations } from '../ui/l10n';
import { pageTimers } from '../ui/timers';
import { drawFilmSheet } from './filmSheet';
import { outcomeOf } from './outcome';
import { probeMachine } from './probeMachine';
import { drawQualityChart } from './qualityChart';
import { RerunPage, type JobProgress } from './RerunPage';
import { Rerunner } from './rerunner';
import './rerun.css';

registerControls();
const root = pageRoot();
const drawingPlace = document.body.appendChild(document.createElement('div'));
drawingPlace.className = 'drawing-place';
drawingPlace.ariaHidden = 'true';

const host = connectHost<typeof HostToRerunSchema, RerunToHost>(
  HostToRerunSchema,
  (message) => void obey(message),
  ({ message }) => console.warn(message),
);

/** More workers at a time than this would only take memory from each other. */
const MOST_WORKERS = 8;

async function obey(message: HostToRerun): Promise<void> {
  if (message.strings !== undefined) {
    loadTranslations(message.strings);
  }
  switch (message.type) {
    case 'run':
      return run(message);
    case 'probe':
      return probe(message);
    default:
      unreachable(message);
  }
}

/** Trains a run to see how fast it is, and asks the browser for the rest. */
async function probe({ strings, title, job }: Extract<HostToRerun, { type: 'probe' }>): Promise<void> {
  const rerunner = new Rerunner(trainingWorkerFactory(), strings, pageTimers);
  const cancel = (): void => {
    rerunner.cancel();
    host.send({ type: 'cancel' });
  };
  const intro = l10n.t('Trains for {0} rounds, to see how fast this machine is.', job.round);
  const show = (round: number, state: JobProgress['state']): void => {
    const jobs = [{ job, round, state }];
    render(<RerunPage title={title} intro={intro} jobs={jobs} onCancel={cancel} />, root);
  };
  show(0, 'running');
  const machine = await probeMachine(rerunner, job, (round) => show(round, 'running'));
  host.send({ type: 'probed', machine });
}

/** Runs as many jobs at a time as there are processors, because each of them takes a whole one. */
async function run({ strings, title, jobs }: Extract<HostToRerun, { type: 'run' }>): Promise<void> {
  const rerunners = new Map<string, Rerunner>();
  const intro = l10n.t(
    'Every run is trained again from its first weights, on this machine, with the seed and the hyperparameters that were written down.',
  );
  let progress: readonly JobProgress[] = jobs.map((job) => ({ job, round: 0, state: 'waiting' }));
  const cancel = (): void => {
    rerunners.forEach((rerunner) => rerunner.cancel());
    host.send({ type: 'cancel' });
  };
  const skip = (id: string): void => rerunners.get(id)?.skip();
  const show = (id: string, change: Partial<JobProgress>): void => {
    progress = progress.map((one) => (one.job.id === id ? { ...one, ...change } : one));
    render(<RerunPage title={title} intro={intro} jobs={progress} onSkip={skip} onCancel={cancel} />, root);
  };
  const waiting = [...jobs];
  const work = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const { id } = job;
      const rerunner = new Rerunner(trainingWorkerFactory(), strings, pageTimers);
      rerunners.set(id, rerunner);
      show(id, { state: 'running' });
      const outcome = await outcomeOf(rerunner, job, picturesOf, (round) => show(id, { round }));
      rerunners.delete(id);
      show(id, { state: outcome.kind });
      host.send({ type: 'outcome', outcome });
    }
  };
  const workers = Math.min(jobs.length, Math.max(1, navigator.hardwareConcurrency), MOST_WORKERS);
  await Promise.all(Array.from({ length: workers }, work));
}

async function picturesOf({ samplesOverTime: film }: RunFrame, series: RunSeries): Promise<RerunPictures> {
  const sheet = document.createElement('canvas');
  drawFilmSheet(sheet, film);
  const place = drawingPlace.appendChild(document.createElement('div'));
  try {
    const chart = await drawQualityChart(place, series);
    return { samplesOverTime: await pngFile(sheet), chart: await pngFile(chart) };
  } finally {
    place.remove();
  }
}

host.send({ type: 'ready' });

/**
 * A canvas as a PNG file.
 *
 * @throws when the browser cannot make one, as of a canvas without pixels
 */
async function pngFile(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) {
    throw new Error('The canvas has no pixels.');
  }
  return new Uint8Array(await blob.arrayBuffer());
}
