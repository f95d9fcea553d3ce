import type { PressedKey } from '../inspector/stampKeys';
import type { Pixel } from './canvas';
import type { PaintAction } from './painting';

const DIRECTIONS: Readonly<Record<string, Pixel>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * What a key does on the canvas, if anything.
 *
 * @param colour index of the colour in use, and of how many
 */
export function paintAction(
  { key, shiftKey, ctrlKey, metaKey, altKey }: PressedKey,
  { colour, colours }: { readonly colour: number; readonly colours: number },
): PaintAction | undefined {
  if (altKey) {
    return undefined;
  }
  if (ctrlKey || metaKey) {
    return undoOrRedo(key.toLowerCase(), shiftKey);
  }
  const by = DIRECTIONS[key];
  if (by !== undefined) {
    return { type: 'move', by, draws: shiftKey };
  }
  switch (key) {
    case ' ':
      return { type: 'dab' };
    case 'Backspace':
      return { type: 'undo' };
    case 'p':
    case 'P':
      return { type: 'tool', tool: 'pencil' };
    case 'f':
    case 'F':
      return { type: 'tool', tool: 'fill' };
    case 'm':
    case 'M':
      return { type: 'mirror' };
    case ',':
      return { type: 'colour', colour: (colour + colours - 1) % colours };
    case '.':
      return { type: 'colour', colour: (colour + 1) % colours };
    default:
      return undefined;
  }
}

/** @param key in small letters, with Control or Command */
export function undoOrRedo(
  key: string,
  shiftKey: boolean,
): { readonly type: 'undo' } | { readonly type: 'redo' } | undefined {
  if (key === 'y' || (key === 'z' && shiftKey)) {
    return { type: 'redo' };
  }
  return key === 'z' ? { type: 'undo' } : undefined;
}
