/** Where the label of a level stands beside its line. */
export interface LabelPlace {
  readonly side: 'left' | 'right';
  readonly above: boolean;
}

/** Place that a label takes, with the gap to its line. */
const LABEL_HEIGHT = 15;
/** Between a label and the edge of the plot. */
export const LABEL_MARGIN = 4;

/**
 * The first of the four places beside a level through which the lines of the chart pass least.
 *
 * @param y of the level, in pixels from the top of a plot of this size
 * @param labelWidth in pixels
 * @param wanted the side where it stands if there is room
 * @param points of all lines, in pixels from the upper left corner
 */
export function labelPlace(
  y: number,
  { width, height }: { readonly width: number; readonly height: number },
  labelWidth: number,
  wanted: LabelPlace['side'],
  points: readonly (readonly [x: number, y: number])[],
): LabelPlace {
  const sides: LabelPlace['side'][] = wanted === 'left' ? ['left', 'right'] : ['right', 'left'];
  const places = sides
    .flatMap((side): LabelPlace[] => [
      { side, above: true },
      { side, above: false },
    ])
    .filter(({ above }) => (above ? y >= LABEL_HEIGHT : y + LABEL_HEIGHT <= height));
  const reach = labelWidth + 2 * LABEL_MARGIN;
  const crossed = ({ side, above }: LabelPlace): number =>
    points.filter(([px, py]) => {
      const away = above ? y - py : py - y;
      return (side === 'left' ? px <= reach : px >= width - reach) && away >= 0 && away <= LABEL_HEIGHT;
    }).length;
  const [best = { side: wanted, above: true }] = places.toSorted((one, two) => crossed(one) - crossed(two));
  return best;
}
