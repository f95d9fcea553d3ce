import { PHASES, type Phase } from '../../../src/shared/phases';

/** What a key asks for. */
export type KeyIntent =
  | { readonly kind: 'togglePlay' | 'nextPhase' | 'nextRound' | 'notes' | 'stage' | 'leave' | 'help' }
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

/** Which of the three places an element is, going by what it is made of. */
export function focusPlace(element: Element): FocusPlace {
  if (element.closest('input, select, textarea, vscode-text-field, [contenteditable]') !== null) {
    return 'field';
  }
  return element.closest('button, vscode-button, a, summary, [role="button"]') === null
    ? 'elsewhere'
    : 'button';
}
