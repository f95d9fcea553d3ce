import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import type { Pictures, RunFrame } from '../../../src/shared/wire/run';
import { Arrow, MaskBadge } from '../../ui/icons';
import { Forger } from './characters/Forger';
import { SleepersContext } from './characters/sleepers';
import { RegionFrame, RegionHeading } from './RegionFrame';
import { Tile, VectorTile } from './Tile';
import { easelOf } from './view/easel';
import { forgerMood } from './view/moods';
import type { Scene } from './view/scene';

interface StudioProps {
  readonly frame: RunFrame | undefined;
  readonly scene: Scene;
}

/** The forger's studio: random noise comes in, the forger paints, the easel shows the forgery. */
export function Studio({ frame, scene }: StudioProps): JSX.Element {
  const { noise, picture, before, wished } = easelOf(frame);
  const { forger: asleep } = useContext(SleepersContext);
  const last = usePrevious(picture);
  const earlier = before ?? last ?? picture;
  return (
    <RegionFrame region="forger" label={l10n.t('Forger')} class="studio">
      <RegionFrame region="noise" label={l10n.t('Random noise')} class="noise">
        <VectorTile values={noise} />
        <RegionHeading region="noise" class="caption">
          {l10n.t('random noise')}
        </RegionHeading>
      </RegionFrame>
      <i class="drop" aria-hidden="true" />
      <i class="forger-pipe" aria-hidden="true" />
      <span class="parcel" aria-hidden="true">
        <Tile pictures={picture} index={0} class="small" />
      </span>
      <div class="forger-figure">
        <Forger mood={forgerMood(frame)} listening={scene === 'forgeAgain'} asleep={asleep} />
      </div>
      <RegionFrame region="easel" label={l10n.t('Easel')} class="easel">
        <svg class="easel-legs" viewBox="0 0 112 150" aria-hidden="true">
          <path d="M56 6 22 148M56 6l34 142M56 10v122" />
          <path class="easel-ledge" d="M6 114h100" />
        </svg>
        <span class="wooden-frame">
          <Tile
            pictures={picture}
            index={0}
            class="large"
            label={scene === 'start' ? l10n.t('The first forgery') : l10n.t('The forgery on the easel')}
          />
          <Tile pictures={earlier} index={0} class="large veil earlier" />
          <VectorTile values={noise} class="large veil resolving" />
        </span>
        <span class="at-feet">
          {before && (
            <figure>
              <Tile
                pictures={before}
                index={0}
                class="small"
                label={l10n.t('The same noise, painted before the step')}
              />
              <figcaption aria-hidden="true">{l10n.t('before')}</figcaption>
            </figure>
          )}
          {wished && (
            <figure class="wished">
              <Tile
                pictures={wished}
                index={0}
                class="small"
                label={l10n.t('The forgery with its hint: one step along it')}
              />
              <figcaption aria-hidden="true">{l10n.t('+ hint')}</figcaption>
            </figure>
          )}
        </span>
        <RegionHeading region="easel" quiet>
          {l10n.t('Easel')}
        </RegionHeading>
      </RegionFrame>
      <Arrow length={26} name="to-desk forged" />
      <RegionHeading region="forger" class="studio-heading">
        <MaskBadge size={18} /> {l10n.t('Forger')}
      </RegionHeading>
    </RegionFrame>
  );
}

/** What was shown before the last change, to fade from. */
function usePrevious(value: Pictures | undefined): Pictures | undefined {
  const last = useRef<{ now: Pictures | undefined; before: Pictures | undefined }>({
    now: value,
    before: undefined,
  });
  const before = last.current.now === value ? last.current.before : last.current.now;
  useLayoutEffect(() => {
    if (last.current.now !== value) {
      last.current = { now: value, before: last.current.now };
    }
  }, [value]);
  return before;
}
