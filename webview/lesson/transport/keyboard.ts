import { unreachable } from '../../../src/shared/result';
import { bringIntoView } from '../../ui/scrolling';
import type { LessonController } from '../lessonController';
import { markFocusOrigin } from './focusOrigin';
import { focusPlace, keyIntent, type KeyIntent } from './keys';

/** Moves the focus into a part of the panel: onto its first control, or else onto itself. */
export function focusOn(selector: string): void {
  const part = document.querySelector<HTMLElement>(selector);
  if (part !== null) {
    bringIntoView(part, 'nearest', 'instant');
    const target = part.matches('[tabindex]')
      ? part
      : part.querySelector<HTMLElement>('button, [tabindex="0"]');
    target?.focus({ preventScroll: true });
  }
}

/** Moves the focus to the notes, where one reads: at the marked passage, else where they were left. */
export function focusOnNotes(): void {
  focusOn('#notes');
  bringIntoView(document.querySelector('#notes .passage.marked'), 'nearest', 'instant');
}

/** Groups that are one stop of the tab key, in which the arrow keys walk. */
const WALKED = '#stage, #transport, #phases';

/** Gives the keys back to the panel, as after a click: within a group they walk from control to control. */
function leaveGroup(): void {
  document.querySelector<HTMLElement>(`:is(${WALKED}) :focus`)?.blur();
}

function obey(intent: KeyIntent, controller: LessonController): void {
  switch (intent.kind) {
    case 'togglePlay':
      return controller.togglePlay();
    case 'nextPhase':
      return controller.nextPhase();
    case 'nextRound':
      return controller.nextRound();
    case 'previousPhase':
      return controller.previousPhase();
    case 'previousRound':
      return controller.run.rounds.previousRound();
    case 'slower':
      return controller.changeSpeed(-1);
    case 'faster':
      return controller.changeSpeed(1);
    case 'firstRound':
      return controller.run.rounds.firstRound();
    case 'now':
      return controller.run.rounds.backToNow();
    case 'branch':
      return controller.run.rounds.branch();
    case 'runTo':
      return controller.choosePhase(intent.phase);
    case 'notes':
      return focusOnNotes();
    case 'stage':
      return focusOn('#stage');
    case 'charts':
      return controller.evidence.open('progress');
    case 'log':
      return controller.evidence.open('log');
    case 'leave':
      leaveGroup();
      return controller.highlight.leave();
    case 'present':
      return controller.togglePresenting();
    case 'help':
      return controller.showHelp();
    default:
      return unreachable(intent);
  }
}

/** Lets the panel be played by keys from anywhere in it. A control that used a key itself has the first say. */
export function listenToKeys(controller: LessonController): void {
  markFocusOrigin(document);
  document.addEventListener('keydown', (event) => {
    const { target } = event;
    const free = !event.defaultPrevented && document.querySelector('dialog[open]') === null;
    if (free && target instanceof Element) {
      const intent = keyIntent(
        event,
        focusPlace((selectors) => target.closest(selectors) !== null),
        controller.store.state.characterKeys,
        controller.store.state.presenting,
      );
      if (intent !== undefined) {
        event.preventDefault();
        obey(intent, controller);
      }
    }
  });
}
