import { render } from 'preact';
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
import { pngFile } from './pngFile';
import { drawQualityChart } from './qualityChart';
import { RerunPage, type RunProgress } from './RerunPage';
import { Rerunner } from './rerunner';
import './rerun.css';

registerControls();
const root = pageRoot();
const drawingPlace = document.body.appendChild(document.createElement('div'));
drawingPlace.className = 'drawing-place';
drawingPlace.ariaHidden = 'true';

const host = connectHost<typeof HostToRerunSchema, RerunToHost>(
  HostToRerunSchema,
  (message) => void run(message),
  ({ message }) => console.warn(message),
);

/** Runs one job after the other, because each of them takes a whole processor. */
async function run({ strings, title, jobs }: HostToRerun): Promise<void> {
  if (strings !== undefined) {
    loadTranslations(strings);
  }
  const rerunner = new Rerunner(trainingWorkerFactory(), strings, pageTimers);
  let runs: readonly RunProgress[] = jobs.map(({ id, title: name, round }) => {
    return { id, title: name, round: 0, of: round, state: 'waiting' };
  });
  const cancel = (): void => {
    rerunner.cancel();
    host.send({ type: 'cancel' });
  };
  const show = (id: string, change: Partial<RunProgress>): void => {
    runs = runs.map((one) => (one.id === id ? { ...one, ...change } : one));
    render(<RerunPage title={title} runs={runs} onCancel={cancel} />, root);
  };
  for (const job of jobs) {
    show(job.id, { state: 'running' });
    const outcome = await outcomeOf(rerunner, job, picturesOf, (round) => show(job.id, { round }));
    show(job.id, { state: outcome.kind });
    host.send({ type: 'outcome', outcome });
  }
}

async function picturesOf({ samplesOverTime: film }: RunFrame, series: RunSeries): Promise<RerunPictures> {
  const sheet = document.createElement('canvas');
  drawFilmSheet(sheet, film);
  const chart = await drawQualityChart(drawingPlace, series);
  const pictures = { samplesOverTime: await pngFile(sheet), chart: await pngFile(chart) };
  drawingPlace.replaceChildren();
  return pictures;
}

host.send({ type: 'ready' });
