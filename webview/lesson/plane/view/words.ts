import * as l10n from '@vscode/l10n';
import type { Plane, PlaneLayer } from '../../../../src/shared/wire/plane';
import { unreachable } from '../../../../src/shared/result';
import { measure, percent } from '../../../ui/l10n';
import type { Mark, PlanePicture } from './picture';
import { toPixels, valueAt, type Place, type Projection } from './projection';

/** A point counts as hit within this distance, in CSS pixels; its mark is 9 wide. */
const HIT_DISTANCE = 8;

/** The mark under the pointer, if any: the nearest of those that are near enough. */
export function markAt(marks: readonly Mark[], projection: Projection, place: Place): Mark | undefined {
  const here = toPixels(projection, place);
  let nearest: Mark | undefined;
  let least = HIT_DISTANCE;
  for (const mark of marks) {
    const at = toPixels(projection, mark);
    const distance = Math.hypot(at.x - here.x, at.y - here.y);
    if (distance <= least) {
      nearest = mark;
      least = distance;
    }
  }
  return nearest;
}

/** "x 0.42, y −1.03" with a true minus sign. */
function coordinatesText({ x, y }: Place): string {
  const number = (value: number): string =>
    value
      .toFixed(2)
      .replace(/^-(?!0\.00$)/, '−')
      .replace(/^-/, '');
  return l10n.t('x {0}, y {1}', number(x), number(y));
}

function nameOf({ kind }: Mark): string {
  switch (kind) {
    case 'real':
      return l10n.t('Real point');
    case 'forged':
      return l10n.t('Forged point');
    case 'unknown':
      return l10n.t('Point');
    default:
      return unreachable(kind);
  }
}

/**
 * What there is at a place: coordinates, the discriminator's opinion and, where it is shown, the optimal one. Of a point
 * under the probe it gives the point's own.
 */
export function probeText(
  picture: PlanePicture,
  plane: Pick<Plane, 'field' | 'optimal'>,
  projection: Projection,
  place: Place,
): string {
  const mark = markAt(picture.marks, projection, place);
  const at = mark ?? place;
  const { cells, extent } = picture;
  const opinion =
    mark?.probability ??
    (plane.field && picture.hasJudged ? valueAt(plane.field, cells, extent, at) : undefined);
  const where =
    mark === undefined ? coordinatesText(at) : l10n.t('{0}, {1}', nameOf(mark), coordinatesText(at));
  if (opinion === undefined) {
    return where;
  }
  const optimal = picture.optimal ?? picture.gap;
  return optimal === undefined
    ? l10n.t('{0}: inspector {1} real', where, percent(opinion))
    : l10n.t(
        '{0}: inspector {1} real, optimal {2}',
        where,
        percent(opinion),
        percent(valueAt(optimal.answers, cells, extent, at)),
      );
}

/** Above this a point is judged more likely real than not. */
const EVEN_ODDS = 0.5;

/** The picture in words, for those who do not see it. Before the truth is told it only counts. */
export function summaryOf({ marks, scene }: PlanePicture): string {
  const count = (kind: Mark['kind']): number => marks.filter((mark) => mark.kind === kind).length;
  const unknown = count('unknown');
  if (unknown > 0) {
    return scene === 'drawReal'
      ? l10n.t('The plane: {0} points from the museum.', unknown)
      : l10n.t('The plane: {0} points, real and forged ones mixed.', unknown);
  }
  const counts = l10n.t('The plane: {0} real points, {1} forged points.', count('real'), count('forged'));
  const judgedForgeries = marks.filter(
    ({ kind, probability }) => kind === 'forged' && probability !== undefined,
  );
  if (judgedForgeries.length === 0) {
    return counts;
  }
  const fooling = judgedForgeries.filter(({ probability = 0 }) => probability > EVEN_ODDS).length;
  return l10n.t('{0} The inspector takes {1} of the forged ones for real.', counts, fooling);
}

/** What a layer's switch says. */
export function layerName(layer: PlaneLayer): string {
  switch (layer) {
    case 'field':
      return l10n.t('Opinion');
    case 'real':
      return l10n.t('Real');
    case 'generated':
      return l10n.t('Forged');
    case 'sheet':
      return l10n.t('Sheet');
    case 'arrows':
      return l10n.t('Hints');
    case 'optimal':
      return l10n.t('Optimal');
    case 'gap':
      return l10n.t('Gap');
    default:
      return unreachable(layer);
  }
}

/** What a layer shows, in one sentence. */
export function layerHint(layer: PlaneLayer): string {
  switch (layer) {
    case 'field':
      return l10n.t('How real the inspector finds each place of the plane');
    case 'real':
      return l10n.t('The points of the museum, as rings');
    case 'generated':
      return l10n.t('The points of the forger, as diamonds');
    case 'sheet':
      return l10n.t('Where the forger puts a regular sheet of noise');
    case 'arrows':
      return l10n.t('The hint for each forged point: the way to a better score');
    case 'optimal':
      return l10n.t('Lines of 25, 50 and 75 % of the inspector that no other beats, p / (p + q)');
    case 'gap':
      return l10n.t('How far the inspector is from the optimal one, where there are points');
    default:
      return unreachable(layer);
  }
}

/** A value in nats with a true minus sign. */
export function nats(value: number | undefined): string {
  return value === undefined ? '−∞' : measure(value).replace('-', '−');
}
