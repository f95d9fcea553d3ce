import type { Stamp } from './inspection';

/** What a key asks for at the inspector's table. */
type StampIntent =
  | { readonly kind: 'stamp'; readonly stamp: Stamp }
  | { readonly kind: 'undo' }
  /** Look at another card, so many further. */
  | { readonly kind: 'look'; readonly by: number };

/** What of a key press matters. */
export interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * The intent of a key, if it has one. Left is fake and right is real, as on every ruler of the product; up and down look at
 * other cards.
 */
export function stampIntent({
  key,
  shiftKey,
  ctrlKey,
  metaKey,
  altKey,
}: PressedKey): StampIntent | undefined {
  if (altKey || shiftKey) {
    return undefined;
  }
  if (ctrlKey || metaKey) {
    return key.toLowerCase() === 'z' ? { kind: 'undo' } : undefined;
  }
  switch (key) {
    case 'ArrowLeft':
    case 'f':
    case 'F':
      return { kind: 'stamp', stamp: 'forged' };
    case 'ArrowRight':
    case 'r':
    case 'R':
      return { kind: 'stamp', stamp: 'real' };
    case 'ArrowUp':
      return { kind: 'look', by: -1 };
    case 'ArrowDown':
      return { kind: 'look', by: 1 };
    case 'Backspace':
    case 'u':
    case 'U':
      return { kind: 'undo' };
    default:
      return undefined;
  }
}
