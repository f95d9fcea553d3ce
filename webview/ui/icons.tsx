import type { JSX } from 'preact';

/** Half the width of the seal's view box, and of its teeth's circle. */
const SEAL_CENTRE = 12;
const SEAL_RADIUS = 9.4;
const SEAL_TEETH = 12;

/** A circle with a scalloped edge, as on a wax seal. */
function scallops(): string {
  const corners = Array.from({ length: SEAL_TEETH }, (_, tooth) => {
    const angle = (tooth * 2 * Math.PI) / SEAL_TEETH;
    const x = SEAL_CENTRE + SEAL_RADIUS * Math.sin(angle);
    const y = SEAL_CENTRE - SEAL_RADIUS * Math.cos(angle);
    return `${x.toFixed(2)} ${y.toFixed(2)}`;
  });
  return `M${corners.join('A2.5 2.5 0 0 1 ')}A2.5 2.5 0 0 1 ${corners[0] ?? ''}Z`;
}

const SEAL = scallops();
const MASK =
  'M1.3 8.3C4.5 4.9 9.4 5.5 12 8.5c2.6-3 7.5-3.6 10.7-.2.8 6.2-2.2 10.7-6.3 10.3-2.6-.3-2.9-2.9-4.4-2.9s-1.8 2.6-4.4 2.9C3.5 19 .5 14.5 1.3 8.3Z' +
  'M4.4 11.6c1.3 2.9 4.3 3.1 5.7.7-1.4-2.5-4.1-2.7-5.7-.7Zm15.2 0c-1.6-2-4.3-1.8-5.7.7 1.4 2.4 4.4 2.2 5.7-.7Z';

interface BadgeProps {
  /** Width and height in CSS pixels. */
  readonly size?: number;
}

/** The mark of a real sample: a scalloped seal with a check. */
export function SealBadge({ size = 20 }: BadgeProps): JSX.Element {
  return (
    <svg class="badge seal" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path class="badge-shape" d={SEAL} />
      <path
        class="badge-check"
        d="m7.2 12.4 3.2 3.2 6.4-6.8"
        fill="none"
        stroke-width="2.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

/** The mark of a generated sample: a mask. */
export function MaskBadge({ size = 20 }: BadgeProps): JSX.Element {
  return (
    <svg class="badge mask" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path class="badge-shape" fill-rule="evenodd" d={MASK} />
    </svg>
  );
}

interface IconProps {
  readonly path: string;
  readonly filled?: boolean;
}

function Icon({ path, filled = false }: IconProps): JSX.Element {
  return (
    <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={path}
        fill={filled ? 'currentColor' : 'none'}
        stroke={filled ? 'none' : 'currentColor'}
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

export const PlayIcon = (): JSX.Element => <Icon filled path="M4.5 2.6v10.8L13.5 8Z" />;
export const PreviousIcon = (): JSX.Element => <Icon path="m10 4-4 4 4 4" />;
export const NextIcon = (): JSX.Element => <Icon path="m6 4 4 4-4 4" />;
/** An eye that must not look. */
export const NoPeekingIcon = (): JSX.Element => (
  <Icon path="M1.5 8S4 3.7 8 3.7 14.5 8 14.5 8 12 12.3 8 12.3 1.5 8 1.5 8ZM6.3 8a1.7 1.7 0 1 0 3.4 0 1.7 1.7 0 1 0-3.4 0M3 13.5 13 2.5" />
);

interface ArrowProps {
  readonly length: number;
  readonly name?: string;
}

/** An arrow to the right, drawn at its real size; a style sheet may turn it. */
export function Arrow({ length, name = '' }: ArrowProps): JSX.Element {
  return (
    <svg class={`arrow ${name}`} width={length} height="14" viewBox={`0 0 ${length} 14`} aria-hidden="true">
      <path
        d={`M1.5 7H${length - 2}M${length - 7} 2l5 5-5 5`}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
