/** Between a tip and what it belongs to, and between it and the edges of the page, in CSS pixels. */
const GAP = 6;

type Box = Pick<DOMRect, 'left' | 'top' | 'bottom' | 'width'>;
interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Where a tip is shown, in CSS pixels from the upper left corner of the page: below what it belongs to or, where there is
 * no room, above it; as nearly centred as the page allows. `undefined` where that was scrolled out of sight.
 */
export function placeTip(
  owner: Box,
  tip: Size,
  page: Size,
): { readonly left: number; readonly top: number } | undefined {
  if (owner.bottom < 0 || owner.top > page.height) {
    return undefined;
  }
  const centred = owner.left + (owner.width - tip.width) / 2;
  const left = Math.max(GAP, Math.min(centred, page.width - tip.width - GAP));
  const below = owner.bottom + GAP;
  const above = owner.top - GAP - tip.height;
  const fitsBelow = below + tip.height + GAP <= page.height;
  return { left, top: fitsBelow || above < GAP ? below : above };
}
