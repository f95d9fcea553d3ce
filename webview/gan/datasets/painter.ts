import type { Random } from '../random';
import type { Canvas } from './canvas';

/** Paints pictures of one subject. */
export interface Painter {
  /** How many kinds of picture there are, all equally likely. */
  readonly modes: number;
  /** 3 for colour, 1 for grey. */
  readonly channels: 1 | 3;
  /**
   * Covers the canvas with one picture.
   *
   * @param random decides everything about the picture
   * @returns its kind, from 0 to `modes` - 1
   */
  paint(random: Random, canvas: Canvas): number;
}
