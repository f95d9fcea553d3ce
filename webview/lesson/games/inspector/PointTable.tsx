import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Dealt } from '../../../../src/shared/wire/games';
import type { Mark } from '../../plane/view/picture';
import { withinView } from '../../plane/view/projection';
import { GamePlane } from '../GamePlane';
import { placesOf } from '../places';
import type { Inspection } from './inspection';
import { describeCard } from './words';

interface PointTableProps {
  readonly inspection: Inspection;
  readonly samples: Extract<Dealt['samples'], { kind: 'points' }>;
}

/**
 * The pile on the plane. All points look alike; those with a stamp look as the person says, so that one's own border
 * between real and fake comes into sight.
 */
export function PointTable({ inspection, samples }: PointTableProps): JSX.Element {
  const { current, stamps } = inspection;
  const points = placesOf(samples.points);
  const marks: Mark[] = [
    ...placesOf(samples.others).map((place): Mark => ({ ...place, kind: 'unknown', isNew: false })),
    ...points.map((place, card): Mark => ({ ...place, kind: stamps[card] ?? 'unknown', isNew: false })),
  ];
  return (
    <figure class="judged-point">
      <GamePlane
        extent={samples.extent}
        marks={marks}
        target={points[current] && withinView(samples.extent, points[current])}
        label={describeCard(inspection, current)}
      />
      <figcaption>{l10n.t('{0} of {1}: the one in the circle', current + 1, points.length)}</figcaption>
    </figure>
  );
}
