import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Quality } from '../../../../src/shared/domain/measures';
import type { LatentPath } from '../../../../src/shared/wire/latent';
import type { Pictures } from '../../../../src/shared/wire/run';
import { InfoGlyph } from '../../../ui/controlIcons';
import { Slider } from '../../../ui/controls';
import { percent } from '../../../ui/l10n';
import { Tile } from '../../stage/Tile';
import { LatentGrid } from './LatentGrid';
import { PictureChoice } from './PictureChoice';
import { Truncation } from './Truncation';

interface WalkProps {
  /** The pictures to choose from; absent before the first frame. */
  readonly showcase: Pictures | undefined;
  /** Changes with the shown moment; the pictures between are then painted anew. */
  readonly moment: string;
  readonly latentSize: number | undefined;
  readonly walk: Pictures | undefined;
  readonly grid: Pictures | undefined;
  /** How many kinds can be ordered; absent where none can. */
  readonly classes: number | undefined;
  /** What they are called; absent where nobody has named them. */
  readonly classNames: readonly string[] | undefined;
  readonly orders: Pictures | undefined;
  /** The showcase with less noise; absent until somebody asks for it. */
  readonly truncated: Pictures | undefined;
  readonly truncatedQuality: Quality | undefined;
  readonly onAsk: (path: LatentPath) => void;
}

/** Pictures on the way, both ends included; odd, so that one is in the middle. */
const STEPS = 33;
/** Of which so many lie side by side. */
const SHOWN_EVERY = 4;
/** Pictures along each side of the grid. */
const GRID_SIDE = 7;

/** From one forgery to another through the latent space, and a plane of latent vectors. */
export function Walk(props: WalkProps): JSX.Element {
  const { showcase, moment, latentSize, walk, grid, classes, classNames, orders, onAsk } = props;
  const { truncated, truncatedQuality } = props;
  const [from, setFrom] = useState(0);
  const [to, setTo] = useState(1);
  const [third, setThird] = useState(2);
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (showcase !== undefined) {
      onAsk({ kind: 'walk', from, to, steps: STEPS });
      onAsk({ kind: 'grid', corners: [from, to, third], side: GRID_SIDE });
      if (classes !== undefined) {
        onAsk({ kind: 'orders', count: ORDERED });
      }
    }
  }, [moment, from, to, third, classes]);
  if (showcase === undefined || showcase.count < 2) {
    return (
      <p class="no-charts">
        <InfoGlyph /> {emptyText(showcase)}
      </p>
    );
  }
  const isWholePlane = latentSize === 2;
  return (
    <div class="walk" style={{ '--pixels': showcase.size }}>
      {classes !== undefined && <Orders classes={classes} names={classNames} pictures={orders} />}
      <div class="walk-choice">
        <PictureChoice
          label={l10n.t('From')}
          pictures={showcase}
          count={showcase.count}
          chosen={from}
          onChoose={setFrom}
        />
        <PictureChoice
          label={l10n.t('To')}
          pictures={showcase}
          count={showcase.count}
          chosen={to}
          onChoose={setTo}
        />
        {!isWholePlane && (
          <PictureChoice
            label={l10n.t('Third corner')}
            pictures={showcase}
            count={showcase.count}
            chosen={third}
            onChoose={setThird}
          />
        )}
      </div>
      <figure class="walk-way">
        <figcaption>
          {l10n.t('Every number of the noise moves a little from the one to the other.')}
        </figcaption>
        <div class="walk-strip">
          <Tile
            pictures={walk}
            index={at}
            class="walk-large"
            label={l10n.t('Picture at {0} of the way', percent(at / (STEPS - 1)))}
          />
          <div class="walk-line">
            <ol aria-hidden="true">
              {Array.from({ length: (STEPS - 1) / SHOWN_EVERY + 1 }, (_, place) => (
                <li key={place}>
                  <Tile pictures={walk} index={place * SHOWN_EVERY} />
                </li>
              ))}
            </ol>
            <Slider
              label={l10n.t('Way from the one picture to the other')}
              position={at}
              steps={STEPS - 1}
              valueText={l10n.t('{0} of the way', percent(at / (STEPS - 1)))}
              onSlide={setAt}
              onDone={() => undefined}
            />
          </div>
        </div>
      </figure>
      <LatentGrid
        pictures={grid}
        side={GRID_SIDE}
        caption={
          isWholePlane
            ? l10n.t('The whole latent space: its first number grows to the right, its second upwards.')
            : l10n.t('The plane through the three: From upper left, To upper right, third lower left.')
        }
      />
      <Truncation
        showcase={showcase}
        moment={moment}
        truncated={truncated}
        quality={truncatedQuality}
        onAsk={onAsk}
      />
    </div>
  );
}

function emptyText(showcase: Pictures | undefined): string {
  return showcase === undefined
    ? l10n.t('The pictures to walk between come with the run.')
    : l10n.t('Points need no walk: the sheet on the plane shows all latent vectors together.');
}

/** Pictures of each kind. */
const ORDERED = 8;

interface OrdersProps {
  readonly classes: number;
  readonly names: readonly string[] | undefined;
  /** {@link ORDERED} of each kind, one kind after the other; absent until they are painted. */
  readonly pictures: Pictures | undefined;
}

/** Lets a person order one of the kinds that a conditional generator knows, and shows what she paints. */
function Orders({ classes, names, pictures }: OrdersProps): JSX.Element {
  const [kind, setKind] = useState(0);
  return (
    <div class="orders">
      <PictureChoice
        label={l10n.t('Order a kind')}
        pictures={pictures}
        count={classes}
        every={ORDERED}
        names={names}
        chosen={kind}
        onChoose={setKind}
      />
      <figure>
        <figcaption>
          {names?.[kind] === undefined
            ? l10n.t('Delivered, from the same noise to every order')
            : l10n.t('Delivered as “{0}”, from the same noise to every order', names[kind])}
        </figcaption>
        {Array.from({ length: ORDERED }, (_, index) => (
          <Tile key={index} pictures={pictures} index={kind * ORDERED + index} />
        ))}
      </figure>
    </div>
  );
}
