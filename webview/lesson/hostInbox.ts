import type { HostToPanel, TransportCommand } from '../../src/shared/wire/messages';
import type { Phase } from '../../src/shared/domain/phases';
import { unreachable } from '../../src/shared/result';
import { loadTranslations } from '../ui/l10n';
import { decodePictures } from './collections/decodePictures';
import type { ComparisonCommands } from './compare/comparisonCommands';
import type { Activities } from './exercises/activities';
import type { Belonging } from './exercises/learning';
import { pageSize } from './presenting/pageSize';
import type { PanelAction, PanelState } from './state';
import type { Store } from './store';
import type { PanelEnvironment } from './panelEnvironment';
import type { PanelRun } from './training/panelRun';
import { runShown } from './training/runShown';

/** The parts of the panel that the host speaks to. */
export interface Recipients {
  readonly store: Store<PanelState, PanelAction>;
  readonly host: PanelEnvironment['host'];
  readonly run: PanelRun;
  readonly comparing: ComparisonCommands;
  readonly activities: Activities;
  /** What the buttons of the panel do. */
  readonly commands: Readonly<Record<TransportCommand, () => void>>;
  /** Goes to a step or section of the notes. */
  readonly visit: (id: string) => void;
  /** Marks what the notes say of a phase. */
  readonly showPhase: (phase: Phase) => void;
  /** Sets whether the run goes on playing while nobody sees it. */
  readonly trainInBackground: (trains: boolean) => void;
  /** Shows the stage to a class, or no longer. */
  readonly togglePresenting: () => void;
}

/** Hands what the host says to the part of the panel that it is for. */
export function receiveFromHost(message: HostToPanel, panel: Recipients): void {
  switch (message.type) {
    case 'snapshot': {
      const { strings, lesson, course, progress, visit, run, hyperparameters, collection, saved } = message;
      if (strings !== undefined) {
        loadTranslations(strings);
        panel.run.useStrings(strings);
      }
      panel.store.dispatch({ type: 'optionsOrdered', optionOrder: message.optionOrder });
      panel.store.dispatch({ type: 'progressShown', progress });
      panel.store.dispatch({ type: 'lessonShown', lesson, course });
      panel.run.start({ run, hyperparameters, collection, saved, belonging: originOf(message) });
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
      panel.run.change(message);
      return;
    case 'kept':
      panel.run.takeKeepingAnswer(message.run, undefined);
      return;
    case 'notKept':
      panel.run.takeKeepingAnswer(message.run, { message: message.message, next: message.next });
      return;
    case 'newRun': {
      const { run, hyperparameters, collection, saved, playTo } = message;
      panel.run.start({
        run,
        hyperparameters,
        collection,
        saved,
        playTo,
        belonging: originOf(message),
      });
      return;
    }
    case 'command':
      panel.commands[message.command]();
      return;
    case 'background':
      panel.trainInBackground(message.trains);
      return;
    case 'showPhase':
      panel.showPhase(message.phase);
      return;
    case 'preferences':
    case 'glossary':
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
        .then(() => import('./export/exportContent'))
        .then(({ answerExport }) => answerExport(message, panel.store.state))
        .then((answer) => panel.host.send(answer));
      return;
    case 'present':
      panel.togglePresenting();
      return;
    case 'measure':
      void pageSize(message.before).then((size) =>
        panel.host.send({ type: 'measured', request: message.request, size }),
      );
      return;
    case 'drawPoints':
      panel.store.dispatch({ type: 'drawing', drawing: { points: message.points } });
      return;
    default:
      return unreachable(message);
  }
}

function originOf({ experiment, before }: Extract<HostToPanel, { type: 'newRun' | 'snapshot' }>): Belonging {
  return { experiment, before };
}
