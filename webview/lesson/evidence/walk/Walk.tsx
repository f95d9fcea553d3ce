import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LatentPath } from '../../../../src/shared/latent';
import type { Pictures } from '../../../../src/shared/run';
import { InfoGlyph } from '../../../ui/controlIcons';
import { Slider } from '../../../ui/controls';
import { percent } from '../../../ui/l10n';
import { Tile } from '../../stage/Tile';
import { LatentGrid } from './LatentGrid';
import { useUniqueId } from '../../../ui/uniqueId';
import './walk.css';

export interface WalkProps {
  /** The pictures to choose from; absent before the first frame. */
  readonly showcase: Pictures | undefined;
  /** Changes with the shown moment; the pictures between are then painted anew. */
  readonly moment: string;
  readonly latentSize: number | undefined;
  readonly walk: Pictures | undefined;
  readonly grid: Pictures | undefined;
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
  const { showcase, moment, latentSize, walk, grid, onAsk } = props;
  const [from, setFrom] = useState(0);
  const [to, setTo] = useState(1);
  const [third, setThird] = useState(2);
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (showcase !== undefined) {
      onAsk({ kind: 'walk', from, to, steps: STEPS });
      onAsk({ kind: 'grid', corners: [from, to, third], side: GRID_SIDE });
    }
  }, [moment, from, to, third]);
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
      <div class="walk-choice">
        <Choice label={l10n.t('From')} pictures={showcase} chosen={from} onChoose={setFrom} />
        <Choice label={l10n.t('To')} pictures={showcase} chosen={to} onChoose={setTo} />
        {!isWholePlane && (
          <Choice label={l10n.t('Third corner')} pictures={showcase} chosen={third} onChoose={setThird} />
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
    </div>
  );
}

function emptyText(showcase: Pictures | undefined): string {
  return showcase === undefined
    ? l10n.t('The pictures to walk between come with the run.')
    : l10n.t('Points need no walk: the sheet on the plane shows all latent vectors at once.');
}

interface ChoiceProps {
  readonly label: string;
  readonly pictures: Pictures;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/** One of the showcase's pictures: radio buttons that look like pictures, so that the browser does the keys. */
function Choice({ label, pictures, chosen, onChoose }: ChoiceProps): JSX.Element {
  const name = useUniqueId();
  return (
    <fieldset class="picture-choice">
      <legend>{label}</legend>
      {Array.from({ length: pictures.count }, (_, index) => (
        <label key={index}>
          <input
            type="radio"
            class="visually-hidden"
            name={name}
            aria-label={l10n.t('Picture {0}', index + 1)}
            checked={index === chosen}
            onChange={() => onChoose(index)}
          />
          <Tile pictures={pictures} index={index} />
        </label>
      ))}
    </fieldset>
  );
}
