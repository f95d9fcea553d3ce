import * as l10n from '@vscode/l10n';
import { MessageChannelEnd, PanelToWorkerSchema, type WorkerToPanel } from '../../src/shared/messages';
import { workerClock } from './clock';
import { Player, type StartMessage } from './player';
import { Trainer } from './trainer';

function createTrainer({ strings, hyperparameters, resume }: StartMessage) {
  if (strings !== undefined) {
    // As text, because the types of the library ask for comments that translations need not have.
    l10n.config({ contents: JSON.stringify(strings) });
  }
  return resume === undefined
    ? Trainer.create(hyperparameters)
    : Trainer.resume(resume.checkpoint, resume.backend);
}

const player = new Player(
  createTrainer,
  (message, transfer) => channel.send(message, transfer),
  workerClock(),
);

const channel = new MessageChannelEnd<typeof PanelToWorkerSchema, WorkerToPanel>(
  PanelToWorkerSchema,
  (message, transfer = []) => postMessage(message, [...transfer]),
  (message) => player.handle(message),
  ({ message }) => console.warn(`Ignored a message from the panel: ${message}`),
);

addEventListener('message', ({ data }) => channel.receive(data));
