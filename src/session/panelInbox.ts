import type { Log } from '../log';
import type { PanelToHost } from '../shared/wire/messages';
import { unreachable } from '../shared/result';
import type { LessonRun } from './lessonRun';
import type { SessionEvents } from './sessionEvents';
import type { Teaching } from './teaching';

/** The parts of a session that the panel speaks to. */
interface Recipients {
  readonly run: LessonRun;
  readonly teaching: Teaching;
  readonly events: SessionEvents;
  readonly log: Log;
}

/** Hands what the panel says to the part of the session that it is for. */
export function receiveFromPanel(
  message: Exclude<PanelToHost, { type: 'ready' | 'preferences' }>,
  { run, teaching, events, log }: Recipients,
): void {
  switch (message.type) {
    case 'summary':
    case 'checkpoint':
    case 'applied':
    case 'refused':
      run.receive(message);
      return;
    case 'restart':
      run.restart();
      return;
    case 'change':
      run.change(message.changes);
      return;
    case 'runBefore':
      run.restorePrevious();
      return;
    case 'takeOver':
      run.takeOver(message.run);
      return;
    case 'progress':
      if (teaching.learn(message.event)) {
        events.placeChanged();
      }
      return;
    case 'experiment': {
      const experiment = teaching.experiment(message.id);
      if (experiment) {
        run.startExperiment(message.id, { playTo: message.play ? experiment.rounds : undefined });
      }
      return;
    }
    case 'try': {
      const changes = teaching.choiceOf(message.section, message.choice);
      if (changes) {
        run.try(changes);
      }
      return;
    }
    case 'openLesson':
    case 'activity':
    case 'runCommand':
    case 'presenting':
      events.requested.fire(message);
      return;
    case 'picturesDecoded':
    case 'pointsDrawn':
    case 'exported':
    case 'measured':
      events.panelAnswered.fire(message);
      return;
    case 'problem':
      log.warn(`${message.message} ${message.next}`);
      return;
    default:
      unreachable(message);
  }
}
