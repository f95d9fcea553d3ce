import type { HostToPanel, TransportCommand } from '../../src/shared/wire/messages';
import { unreachable } from '../../src/shared/result';
import { loadTranslations } from '../ui/l10n';
import { decodePictures } from './collections/decodePictures';
import type { Belonging } from './exercises/learning';
import { answerExport } from './export/answerExport';
import type { LessonController } from './lessonController';
import { runShown } from './training/runShown';

/** Hands what the host says to the part of the panel that it is for. */
export function receiveFromHost(message: HostToPanel, panel: LessonController): void {
  switch (message.type) {
    case 'snapshot': {
      const { strings, lesson, course, progress, visit, hyperparameters, collection, saved } = message;
      if (strings !== undefined) {
        loadTranslations(strings);
        panel.run.useStrings(strings);
      }
      panel.store.dispatch({ type: 'progressShown', progress });
      panel.store.dispatch({ type: 'lessonShown', lesson, course });
      panel.run.start({ hyperparameters, collection, saved, belonging: belongingOf(message) });
      if (visit !== undefined) {
        panel.visit(visit);
      }
      if (message.opens !== undefined) {
        panel.activities.open(message.opens);
      }
      return;
    }
    case 'lesson':
      panel.store.dispatch({ type: 'lessonShown', lesson: message.lesson, course: message.course });
      return;
    case 'progress':
      panel.store.dispatch({ type: 'progressShown', progress: message.progress });
      return;
    case 'visit':
      panel.visit(message.id);
      return;
    case 'open':
      panel.activities.open(message.opens);
      return;
    case 'liveChange':
      panel.run.change(message.hyperparameters);
      return;
    case 'newRun': {
      const { hyperparameters, collection, saved, playTo, inPlace } = message;
      panel.run.start({
        hyperparameters,
        collection,
        saved,
        playTo,
        inPlace,
        belonging: belongingOf(message),
      });
      return;
    }
    case 'command':
      obey(message.command, panel);
      return;
    case 'background':
      panel.trainInBackground(message.trains);
      return;
    case 'showPhase':
      panel.showPhase(message.phase);
      return;
    case 'preferences':
      panel.store.dispatch(message);
      return;
    case 'decodePictures':
      void decodePictures(message).then((answer) => panel.host.send(answer));
      return;
    case 'compare':
      void runShown(panel.store).then(() => panel.comparing.open(message.wanted));
      return;
    case 'export':
      void runShown(panel.store)
        .then(() => answerExport(message, panel.store.state))
        .then((answer) => panel.host.send(answer));
      return;
    case 'drawPoints':
      panel.store.dispatch({ type: 'drawing', drawing: { points: message.points } });
      return;
    default:
      return unreachable(message);
  }
}

/** Does what a button of the panel does. */
function obey(command: TransportCommand, panel: LessonController): void {
  switch (command) {
    case 'togglePlay':
      return panel.togglePlay();
    case 'pause':
      return panel.pause();
    case 'nextPhase':
      return panel.nextPhase();
    case 'previousPhase':
      return panel.previousPhase();
    case 'nextRound':
      return panel.nextRound();
    case 'previousRound':
      return panel.run.rounds.previousRound();
    case 'slower':
      return panel.changeSpeed(-1);
    case 'faster':
      return panel.changeSpeed(1);
    case 'restart':
      return panel.restart();
    default:
      return unreachable(command);
  }
}

function belongingOf({
  experiment,
  before,
}: Extract<HostToPanel, { type: 'newRun' | 'snapshot' }>): Belonging {
  return { experiment, before };
}
