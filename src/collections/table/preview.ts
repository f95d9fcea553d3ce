import * as l10n from '@vscode/l10n';
import { Pace, type Reading } from '../pace';
import type { ChosenPoints, PointsChoice, TableLayout } from './layout';
import {
  countUnclassed,
  decimalName,
  doubtfulNumber,
  encodingName,
  scalingName,
  separatorName,
  shortened,
  titleOf,
} from './words';
import { counted } from '../../shared/words/counted';

/** What choosing a line of the preview does. */
export type PreviewAction = 'use' | 'x' | 'y' | 'classes' | 'scaling' | 'outliers' | 'text' | 'show' | 'none';

/** A line of the preview, or the heading of those below it. */
export type PreviewLine =
  | { readonly heading: string }
  | {
      readonly action: PreviewAction;
      readonly label: string;
      readonly description?: string;
    };

/** So many rows are shown as they are. */
const FIRST_ROWS = 4;
/** So many cells of a row, and reasons for rows that are left out. */
const FIRST_CELLS = 8;
const FIRST_REASONS = 3;

/** What the person is shown of a table before it is used. */
interface Preview {
  readonly layout: TableLayout;
  readonly choice: PointsChoice;
  readonly chosen: ChosenPoints;
  readonly firstRows: readonly (readonly string[])[];
}

/** The first rows of data, as they are written. */
export async function firstRows(
  { rows, firstLine }: TableLayout,
  reading: Reading,
): Promise<readonly (readonly string[])[]> {
  const found: (readonly string[])[] = [];
  await rows.each((cells, line) => {
    if (line >= firstLine) {
      found.push(cells);
    }
    return found.length < FIRST_ROWS;
  }, new Pace(reading));
  return found;
}

/** The lines of the preview; the first one accepts it all. */
export function previewLines({ layout, choice, chosen, firstRows: rows }: Preview): PreviewLine[] {
  const { x, y, classes } = choice;
  const used = chosen.points.x.length;
  const { outliers } = chosen;
  const unclassed = countUnclassed(choice, chosen.points);
  return [
    {
      action: 'use',
      label: `$(check) ${l10n.t('Use these points')}`,
      description: l10n.t('{0} of {1} rows', used, layout.rowCount),
    },
    { heading: l10n.t('What was understood (choose a line to change it)') },
    { action: 'x', label: l10n.t('x: {0}', titleOf(x)), description: examplesOf(x) },
    { action: 'y', label: l10n.t('y: {0}', titleOf(y)), description: examplesOf(y) },
    classes
      ? {
          action: 'classes',
          label: l10n.t('Classes: {0}', titleOf(classes)),
          description: [
            (classes.values ?? []).map(shortened).join(', '),
            ...(unclassed > 0
              ? [counted(unclassed, l10n.t('1 row without a class | {0} rows without a class', unclassed))]
              : []),
          ].join('; '),
        }
      : { action: 'classes', label: l10n.t('Classes: none') },
    { action: 'scaling', label: l10n.t('Scale: {0}', scalingName(chosen.scaling)) },
    ...(outliers.length > 0
      ? [
          {
            action: 'outliers' as const,
            label: choice.keepsOutliers
              ? l10n.t('Outlying rows, kept: {0}', outliers.length)
              : l10n.t('Outlying rows, skipped: {0}', outliers.length),
            ...(outliers[0] && { description: `${outliers[0].name}: ${outliers[0].reason}` }),
          },
        ]
      : []),
    ...textLine(layout),
    { heading: l10n.t('First rows') },
    ...rows.map((cells) => ({
      action: 'none' as const,
      label: cells.slice(0, FIRST_CELLS).map(shortened).join('  │  '),
    })),
    ...leftOut(chosen),
  ];
}

function examplesOf(column: PointsChoice['x']): string {
  return doubtfulNumber(column) ?? `${column.examples.map(shortened).join('  ')} …`;
}

function textLine({ text }: TableLayout): PreviewLine[] {
  if (!text) {
    return [];
  }
  const above = text.titles > 0 ? [l10n.t('lines above the table: {0}', text.titles)] : [];
  const units = text.units > 0 ? [l10n.t('lines of units: {0}', text.units)] : [];
  return [
    {
      action: 'text',
      label: l10n.t('Text: {0}', [separatorName(text.separator), decimalName(text.decimal)].join(', ')),
      description: [
        encodingName(text.encoding),
        text.hasNames ? l10n.t('names of columns') : l10n.t('no names of columns'),
        ...above,
        ...units,
      ].join(', '),
    },
  ];
}

function leftOut({ refused, refusedCount }: ChosenPoints): PreviewLine[] {
  return refusedCount === 0
    ? []
    : [
        { heading: l10n.t('Rows skipped: {0}', refusedCount) },
        ...refused.slice(0, FIRST_REASONS).map(({ name, reason }) => ({
          action: 'show' as const,
          label: name,
          description: reason,
        })),
      ];
}
