import type { DrawingAction, PlanePoint } from './drawing';

/** How far an arrow moves the cursor, on a plane that is 2.4 wide; with Shift it draws, and goes in smaller steps. */
const STEP = 0.1;
const DRAWN_STEP = 0.05;

/** What of a key press matters to the pad. */
interface PadKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const DIRECTIONS: Readonly<Record<string, PlanePoint>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** What a key does on the pad, if anything. */
export function padAction({ key, shiftKey, ctrlKey, metaKey, altKey }: PadKey): DrawingAction | undefined {
  if (altKey) {
    return undefined;
  }
  if (ctrlKey || metaKey) {
    return key.toLowerCase() === 'z' && !shiftKey ? { type: 'undo' } : undefined;
  }
  const direction = DIRECTIONS[key];
  if (direction) {
    const step = shiftKey ? DRAWN_STEP : STEP;
    return { type: 'moveCursor', by: [step * direction[0], step * direction[1]], draws: shiftKey };
  }
  switch (key) {
    case ' ':
      return { type: 'drop' };
    case 'Backspace':
      return { type: 'undo' };
    default:
      return undefined;
  }
}
