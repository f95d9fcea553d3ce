import { PHASES, type Phase } from '../../../src/shared/domain/phases';
import { FOCUSED_BY_POINTER } from './focusOrigin';

/** What a key asks for. */
export type KeyIntent =
  | {
      readonly kind:
        | 'togglePlay'
        | 'nextPhase'
        | 'nextRound'
        | 'previousPhase'
        | 'previousRound'
        | 'slower'
        | 'faster'
        | 'firstRound'
        | 'now'
        | 'branch'
        | 'notes'
        | 'stage'
        | 'charts'
        | 'log'
        | 'leave'
        | 'present'
        | 'help';
    }
  | { readonly kind: 'runTo'; readonly phase: Phase };

/** The part of a keyboard event that decides. */
export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Where the focus is: in a `field` every key belongs to the text, on a `button` Space and Enter belong to the button,
 * `elsewhere` all keys are free.
 */
export type FocusPlace = 'field' | 'button' | 'elsewhere';

/** Whether a key writes a character: a letter, a digit or a mark, but no space. */
function isCharacter({ key }: Key): boolean {
  return key !== ' ' && [...key].length === 1;
}

/**
 * The intent of a key, or `undefined` when the key means nothing here.
 *
 * @param characters whether keys that write a character mean anything; who dictates to a computer, or hits keys by
 *   accident, switches them off (WCAG 2.1.4)
 * @param presenting whether a class looks at the stage; then the keys of a clicker step through the phases
 */
export function keyIntent(
  key: Key,
  place: FocusPlace,
  characters = true,
  presenting = false,
): KeyIntent | undefined {
  if (place === 'field' || key.ctrlKey || key.altKey || key.metaKey) {
    return undefined;
  }
  if (isCharacter(key)) {
    return characters ? characterIntent(key.key.toLowerCase()) : undefined;
  }
  if (presenting) {
    switch (key.key) {
      case 'PageDown':
        return { kind: 'nextPhase' };
      case 'PageUp':
        return { kind: 'previousPhase' };
      case 'Escape':
        return { kind: 'present' };
    }
  }
  switch (key.key) {
    case ' ':
      return place === 'button' ? undefined : { kind: 'togglePlay' };
    case 'ArrowRight':
      return { kind: key.shiftKey ? 'nextRound' : 'nextPhase' };
    case 'ArrowLeft':
      return { kind: key.shiftKey ? 'previousRound' : 'previousPhase' };
    case 'Home':
      return { kind: 'firstRound' };
    case 'End':
      return { kind: 'now' };
    case 'Escape':
      return { kind: 'leave' };
    default:
      return undefined;
  }
}

function characterIntent(character: string): KeyIntent | undefined {
  const phase = /^[1-7]$/.test(character) ? PHASES[Number(character) - 1] : undefined;
  if (phase !== undefined) {
    return { kind: 'runTo', phase };
  }
  switch (character) {
    case '[':
      return { kind: 'slower' };
    case ']':
      return { kind: 'faster' };
    case 'b':
      return { kind: 'branch' };
    case 'c':
      return { kind: 'charts' };
    case 'l':
      return { kind: 'log' };
    case 'n':
      return { kind: 'notes' };
    case 'p':
      return { kind: 'present' };
    case 's':
      return { kind: 'stage' };
    case '?':
      return { kind: 'help' };
    default:
      return undefined;
  }
}

/**
 * Which of the three places the focus is in. A button, a list of choices or a slider that was clicked on has done its
 * work, and leaves the keys to the panel.
 *
 * @param isWithin whether the element that has the focus is one of these, or within one
 */
export function focusPlace(isWithin: (selectors: string) => boolean): FocusPlace {
  if (isWithin('input:not([type=range]), textarea, vscode-text-field, [contenteditable]')) {
    return 'field';
  }
  if (isWithin(FOCUSED_BY_POINTER)) {
    return 'elsewhere';
  }
  if (isWithin('select, input')) {
    return 'field';
  }
  return isWithin('button, vscode-button, a, summary, [role="button"]') ? 'button' : 'elsewhere';
}
