import type { JSX } from 'preact';
import type { EvidenceMark } from './evidence';

interface EvidenceOverlayProps {
  readonly marks: readonly EvidenceMark[];
}

/** Sides of the drawing, in units of its own. */
const SIDE = 100;
/** Of the strongest mark. */
const RADIUS = 4.4;

/**
 * Rings where the picture convinces the inspector, diamonds where it gives itself away; the larger, the more. Each is drawn
 * over a darker self, to be seen on any picture.
 */
export function EvidenceOverlay({ marks }: EvidenceOverlayProps): JSX.Element {
  const rings = marks
    .filter(({ convinces }) => convinces)
    .map(ring)
    .join('');
  const diamonds = marks
    .filter(({ convinces }) => !convinces)
    .map(diamond)
    .join('');
  return (
    <svg class="evidence-overlay" viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
      <path class="under" d={rings + diamonds} />
      <path class="convinces" d={rings} />
      <path class="betrays" d={diamonds} />
    </svg>
  );
}

/** The area of a mark tells its strength. */
function radiusOf({ strength }: EvidenceMark): number {
  return RADIUS * Math.sqrt(strength);
}

function ring(mark: EvidenceMark): string {
  const radius = radiusOf(mark);
  const half = `a${radius} ${radius} 0 1 0`;
  return `M${SIDE * mark.x - radius} ${SIDE * mark.y}${half} ${2 * radius} 0${half} ${-2 * radius} 0Z`;
}

function diamond(mark: EvidenceMark): string {
  const radius = radiusOf(mark);
  return `M${SIDE * mark.x} ${SIDE * mark.y - radius}l${radius} ${radius}l${-radius} ${radius}l${-radius} ${-radius}Z`;
}
