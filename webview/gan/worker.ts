import * as l10n from '@vscode/l10n';
import {
  FrameShortener,
  TypedChannel,
  PanelToWorkerSchema,
  type WorkerToPanel,
} from '../../src/shared/wire/messages';
import { success } from '../../src/shared/result';
import { BackendChooser } from './backendChooser';
import { workerClock } from './clock';
import { Player } from './player';
import type { StartMessage } from './playing/commands';
import { RunHistory } from './history/runHistory';
import { Trainer } from './trainer';
import type { Result } from '../../src/shared/result';

const backends = new BackendChooser();

async function createTrainer({
  strings,
  hyperparameters,
  collection,
  resume,
}: StartMessage): Promise<Result<RunHistory>> {
  if (strings !== undefined) {
    // As text, because the types of the library ask for comments that translations need not have.
    l10n.config({ contents: JSON.stringify(strings) });
  }
  const trainer = await (resume === undefined
    ? Trainer.create(hyperparameters, collection, backends)
    : Trainer.resume(resume.checkpoint, resume.backend, collection, backends));
  return trainer.ok ? success(new RunHistory(trainer.value)) : trainer;
}

const clock = workerClock();
const frames = new FrameShortener(() => clock.now());

const player = new Player(
  createTrainer,
  (message, transfer) =>
    channel.send(
      message.type === 'frame' ? { type: 'frame', ...frames.shorten(message.frame) } : message,
      transfer,
    ),
  clock,
);

const channel = new TypedChannel<typeof PanelToWorkerSchema, WorkerToPanel>(
  PanelToWorkerSchema,
  (message, transfer = []) => postMessage(message, [...transfer]),
  (message) => player.handle(message),
  ({ message }) => console.warn(`Ignored a message from the panel: ${message}`),
);

addEventListener('message', ({ data }) => channel.receive(data));
