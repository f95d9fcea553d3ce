import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Pictures } from '../../../../src/shared/wire/run';
import { Tile } from '../../stage/Tile';
import { PictureChoice } from './PictureChoice';

/** Pictures of each kind. */
export const ORDERED = 8;

interface OrdersProps {
  readonly classes: number;
  /** {@link ORDERED} of each kind, one kind after the other; absent until they are painted. */
  readonly pictures: Pictures | undefined;
}

/** Lets a person order one of the kinds that a conditional generator knows, and shows what she paints. */
export function Orders({ classes, pictures }: OrdersProps): JSX.Element {
  const [kind, setKind] = useState(0);
  return (
    <div class="orders">
      <PictureChoice
        label={l10n.t('Order a kind')}
        pictures={pictures}
        count={classes}
        every={ORDERED}
        chosen={kind}
        onChoose={setKind}
      />
      <figure>
        <figcaption>{l10n.t('Delivered, from the same noise to every order')}</figcaption>
        {Array.from({ length: ORDERED }, (_, index) => (
          <Tile key={index} pictures={pictures} index={kind * ORDERED + index} />
        ))}
      </figure>
    </div>
  );
}
