import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Lesson } from '../../../src/shared/domain/lesson';
import type {
  HostToPanel,
  PanelToHost,
  PanelToWorker,
  WorkerToPanel,
} from '../../../src/shared/wire/messages';
import type { RunFrame } from '../../../src/shared/wire/run';
import { LessonController } from '../../../webview/lesson/lessonController';
import { aSnapshot } from '../builders';
import { frameAt, pictures } from './frames';
import { ManualTimers } from './manualTimers';
import { Memory } from './memory';

/** A panel; a test speaks for the worker, and reads what worker and host are told. */
export function openPanel(memory = new Memory()) {
  const timers = new ManualTimers();
  const toHost: PanelToHost[] = [];
  const toWorker: PanelToWorker[] = [];
  let say: (message: unknown) => void = () => undefined;
  const controller = new LessonController({
    host: { send: (message) => toHost.push(message) },
    createWorker: () =>
      Promise.resolve({
        post: (message) => void toWorker.push(message),
        listen: (received: (message: unknown) => void) => {
          say = received;
        },
        terminate: () => undefined,
      }),
    timers,
    afterPaint: () => undefined,
    memory,
    motionLength: () => 0,
  });
  const worker = (message: WorkerToPanel): void => say(message);
  /** Tells the panel something that starts a run, and lets that run begin with these hyperparameters. */
  const begin = async (message: HostToPanel, beginning: Hyperparameters): Promise<void> => {
    controller.receiveFromHost(message);
    // The worker is made in a promise that is already kept.
    await Promise.resolve();
    await Promise.resolve();
    worker({
      type: 'started',
      start: {
        backend: { backend: 'cpu', reason: 'There is no graphics processor.' },
        beginning,
        generatorParameters: 1,
        discriminatorParameters: 1,
        collectionPictures: pictures(1),
      },
    });
    worker({ type: 'frame', frame: frameAt({ round: 0, phasesDone: 0 }) });
  };
  return {
    controller,
    timers,
    toHost,
    toWorker,
    worker,
    begin,
    open: (lesson: Lesson, h: Hyperparameters, more: Parameters<typeof aSnapshot>[2] = {}) =>
      begin(aSnapshot(lesson, h, more), h),
    /** The run is shown after so many rounds, played whole. */
    round: (round: number, more: Partial<RunFrame> = {}): void =>
      worker({
        type: 'frame',
        frame: frameAt({ round, phasesDone: 0 }, { wholeRounds: true, ...more }),
      }),
    /** What the host was told of the learner's progress. */
    events: () => toHost.flatMap((message) => (message.type === 'progress' ? [message.event] : [])),
  };
}
