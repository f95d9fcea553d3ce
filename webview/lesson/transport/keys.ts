import { PHASES, type Phase } from '../../../src/shared/phases';
import { FOCUSED_BY_POINTER } from './focusOrigin';

/** What a key asks for. */
export type KeyIntent =
  | {
      readonly kind:
        | 'togglePlay'
        | 'nextPhase'
        | 'nextRound'
        | 'previousRound'
        | 'firstRound'
        | 'now'
        | 'branch'
        | 'notes'
        | 'stage'
        | 'leave'
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

/** The intent of a key, or `undefined` when the key means nothing here. */
export function keyIntent(key: Key, place: FocusPlace): KeyIntent | undefined {
  if (place === 'field' || key.ctrlKey || key.altKey || key.metaKey) {
    return undefined;
  }
  const phase = /^[1-7]$/.test(key.key) ? PHASES[Number(key.key) - 1] : undefined;
  if (phase !== undefined) {
    return { kind: 'runTo', phase };
  }
  switch (key.key) {
    case ' ':
      return place === 'button' ? undefined : { kind: 'togglePlay' };
    case 'ArrowRight':
      return { kind: key.shiftKey ? 'nextRound' : 'nextPhase' };
    case 'ArrowLeft':
      return { kind: 'previousRound' };
    case 'Home':
      return { kind: 'firstRound' };
    case 'End':
      return { kind: 'now' };
    case 'b':
    case 'B':
      return { kind: 'branch' };
    case 'n':
    case 'N':
      return { kind: 'notes' };
    case 's':
    case 'S':
      return { kind: 'stage' };
    case 'Escape':
      return { kind: 'leave' };
    case '?':
      return { kind: 'help' };
    default:
      return undefined;
  }
}

/**
 * Which of the three places the focus is in. A button or a list of choices that was clicked on has done its work, and
 * leaves the keys to the panel.
 *
 * @param isWithin whether the element that has the focus is one of these, or within one
 */
export function focusPlace(isWithin: (selectors: string) => boolean): FocusPlace {
  if (isWithin('input, textarea, vscode-text-field, [contenteditable]')) {
    return 'field';
  }
  if (isWithin(FOCUSED_BY_POINTER)) {
    return 'elsewhere';
  }
  if (isWithin('select')) {
    return 'field';
  }
  return isWithin('button, vscode-button, a, summary, [role="button"]') ? 'button' : 'elsewhere';
}
