import type { JSX, SVGAttributes } from 'preact';

type IconProps = Pick<SVGAttributes<SVGSVGElement>, 'class' | 'slot'>;

/** A drawing of 16 by 16 pixels in the colour of the text around it. */
export function icon(path: string, style: 'filled' | 'outlined') {
  return ({ class: name = '', slot }: IconProps): JSX.Element => (
    <svg
      class={`icon ${String(name)}`}
      slot={slot}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path
        d={path}
        fill={style === 'filled' ? 'currentColor' : 'none'}
        stroke={style === 'filled' ? 'none' : 'currentColor'}
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

export const PlayGlyph = icon('M5 2.8v10.4L13.2 8Z', 'filled');
export const PauseGlyph = icon('M4 3h2.8v10H4ZM9.2 3H12v10H9.2Z', 'filled');
/** One phase further. */
export const PhaseGlyph = icon('M3 3v10l6.8-5ZM11 3h2v10h-2Z', 'filled');
/** One phase back. */
export const PreviousPhaseGlyph = icon('M13 3v10L6.2 8ZM3 3h2v10H3Z', 'filled');
/** One round further. */
export const RoundGlyph = icon('M1.5 3v10L7 8ZM7.5 3v10L13 8ZM13 3h1.8v10H13Z', 'filled');
export const RestartGlyph = icon('M12.6 5A5.2 5.2 0 1 0 13.2 9M13 2v3.5H9.5', 'outlined');
export const CheckGlyph = icon('m3.5 8.3 3 3 6-6.6', 'outlined');
export const CloseGlyph = icon('m4 4 8 8M12 4l-8 8', 'outlined');
export const InfoGlyph = icon('M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 1 1 8 1.8M8 7.3v4M8 4.6v.2', 'outlined');
export const WarningGlyph = icon('M8 2 15 14H1ZM8 6.5v3.5M8 12v.1', 'outlined');
export const KeyboardGlyph = icon(
  'M1.5 4h13v8h-13ZM4 6.5h.1M6.7 6.5h.1M9.3 6.5h.1M12 6.5h.1M5 9.5h6',
  'outlined',
);
export const CodeGlyph = icon('m5.5 4.5-3.5 3.5 3.5 3.5M10.5 4.5l3.5 3.5-3.5 3.5', 'outlined');
export const SaveGlyph = icon('M8 2v7.5M4.8 6.5 8 9.7l3.2-3.2M2.5 11v2.5h11V11', 'outlined');
export const ChartGlyph = icon('M2.5 2.5v11h11M4.5 10.5l3-3.5 2.5 2 3.5-5', 'outlined');
export const CompareGlyph = icon('M2 3h5v10H2ZM9 3h5v10H9Z', 'outlined');
/** Two ways from one. */
export const BranchGlyph = icon('M4.5 13.5v-11M4.5 9.5c0-3.5 7-2.5 7-6.5M9 5.2 11.5 2.5 14 5.2', 'outlined');
export const StopGlyph = icon('M3.5 3.5h9v9h-9Z', 'filled');
/** Lines of a text. */
export const LogGlyph = icon('M2.5 3.5h11M2.5 8h11M2.5 12.5h7', 'outlined');
