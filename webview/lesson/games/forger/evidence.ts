import * as l10n from '@vscode/l10n';
import type { Look } from '../../../../src/shared/wire/games';
import { join } from '../../../ui/l10n';

type PictureLook = Extract<Look, { kind: 'picture' }>;

/** What a part of the picture does to the inspector's opinion. */
export interface EvidenceMark {
  /** Middle of the part, as shares of the picture's side from the upper left corner. */
  readonly x: number;
  readonly y: number;
  /** It convinces him; otherwise it gives the picture away. */
  readonly convinces: boolean;
  /** Beside the strongest part of all, 0 to 1. */
  readonly strength: number;
}

/** Weaker parts would be dots. */
const WEAKEST = 0.12;
/** When no part moves the logit by so much, he looks at nothing in particular. */
const NOTHING = 0.02;

/** The parts that matter, for marks on the picture. */
export function evidenceMarks({ evidence, steps, patch, stride }: PictureLook, size: number): EvidenceMark[] {
  const strongest = evidence.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (strongest < NOTHING) {
    return [];
  }
  return Array.from(evidence, (value, position) => ({
    x: ((position % steps) * stride + patch / 2) / size,
    y: (Math.floor(position / steps) * stride + patch / 2) / size,
    convinces: value > 0,
    strength: Math.abs(value) / strongest,
  })).filter(({ strength }) => strength >= WEAKEST);
}

/**
 * Where he finds most that convinces him, and most that gives the picture away: in words, or by row and column where
 * the words are the same for both.
 *
 * @param size pixels in a row of the picture
 */
export function describeEvidence(marks: readonly EvidenceMark[], size: number): string {
  const strongest = (convinces: boolean): EvidenceMark | undefined =>
    marks
      .filter((mark) => mark.convinces === convinces)
      .toSorted((a, b) => b.strength - a.strength)
      .at(0);
  const [good, bad] = [strongest(true), strongest(false)];
  if (good === undefined && bad === undefined) {
    return l10n.t('He looks at nothing in particular.');
  }
  const alike = good !== undefined && bad !== undefined && partName(good) === partName(bad);
  const place = (mark: EvidenceMark): string => (alike ? pixelName(mark, size) : partName(mark));
  const convincing = good && l10n.t('Most convincing: {0}.', place(good));
  const suspicious = bad && l10n.t('Most suspicious: {0}.', place(bad));
  return join(convincing, suspicious);
}

/** In which ninth of the picture a mark lies. */
function partName({ x, y }: EvidenceMark): string {
  const third = (share: number): number => Math.min(2, Math.floor(3 * share));
  const names = [
    [l10n.t('upper left'), l10n.t('above the middle'), l10n.t('upper right')],
    [l10n.t('left of the middle'), l10n.t('the middle'), l10n.t('right of the middle')],
    [l10n.t('lower left'), l10n.t('below the middle'), l10n.t('lower right')],
  ];
  return names[third(y)]?.[third(x)] ?? '';
}

/** The pixel around which a mark lies, counted as on the canvas. */
function pixelName({ x, y }: EvidenceMark, size: number): string {
  const pixel = (share: number): number => Math.min(size, Math.floor(share * size) + 1);
  return l10n.t('row {0}, column {1}', pixel(y), pixel(x));
}
