import { render } from 'preact';
import { trialsOf } from '../../src/shared/domain/sweeps/plan';
import { unreachable } from '../../src/shared/result';
import { HostToSweepSchema, type HostToSweep, type SweepToHost } from '../../src/shared/wire/messages';
import { MOST_TRIALS } from '../../src/shared/wire/sweep';
import { trainingWorkerFactory } from '../lesson/training/workerScript';
import { Rerunner } from '../rerun/rerunner';
import { registerControls } from '../ui/controls';
import { connectHost, pageRoot } from '../ui/host';
import { loadTranslations } from '../ui/l10n';
import { pageTimers } from '../ui/timers';
import { lastPicture } from './lastPicture';
import { SweepPage } from './SweepPage';
import { SweepTraining, type SweepProgress } from './sweepTraining';
import './sweep.css';

registerControls();
const root = pageRoot();
const createWorker = trainingWorkerFactory();
let training: SweepTraining | undefined;

const host = connectHost<typeof HostToSweepSchema, SweepToHost>(
  HostToSweepSchema,
  (message) => obey(message),
  ({ message }) => console.warn(message),
);

/** How far a trial is need not be seen more often; more frames would take time from the training and from other pages. */
const FRAME_INTERVAL_MS = 200;

/** A page that nobody sees has no timers that can be relied on. */
function frameInterval(): number {
  return document.hidden ? 0 : FRAME_INTERVAL_MS;
}

function obey(message: HostToSweep): void {
  switch (message.type) {
    case 'show':
      show(message);
      return;
    case 'stage':
      training?.stage(message.isPlaying);
      return;
    default:
      unreachable(message);
  }
}

function show(message: Extract<HostToSweep, { type: 'show' }>): void {
  const { strings, sweep: id, plan, collection, outcomes, isTraining, stageIsPlaying } = message;
  if (strings !== undefined) {
    loadTranslations(strings);
  }
  const trials = trialsOf(plan, MOST_TRIALS);
  if (!trials.ok) {
    // The host has looked at it; whoever sends another one is told in the console.
    console.warn(trials.problem.message);
    return;
  }
  training?.stop();
  const sweep = new SweepTraining(
    { plan, trials: trials.value, collection, outcomes },
    {
      createRerunner: () => new Rerunner(createWorker, strings, pageTimers, frameInterval),
      processors: navigator.hardwareConcurrency,
      draw: lastPicture,
      progressed: (progress) => draw(progress),
      ended: (outcome, run) => host.send({ type: 'outcome', sweep: id, outcome, ...(run && { run }) }),
    },
  );
  const draw = (progress: SweepProgress): void =>
    render(
      <SweepPage
        plan={plan}
        trials={trials.value}
        progress={progress}
        onStop={() => {
          sweep.stop();
          host.send({ type: 'training', isOn: false });
        }}
        onGoOn={() => {
          sweep.goOn();
          host.send({ type: 'training', isOn: true });
        }}
        onTrial={(index) => host.send({ type: 'toStage', index })}
        onSaveTable={() => host.send({ type: 'saveTable' })}
      />,
      root,
    );
  training = sweep;
  sweep.stage(stageIsPlaying);
  if (isTraining) {
    sweep.goOn();
  } else {
    draw(sweep.progress);
  }
}

host.send({ type: 'ready' });
