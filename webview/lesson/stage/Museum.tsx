import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Pictures } from '../../../src/shared/wire/run';
import { Arrow, NoPeekingIcon, SealBadge } from '../../ui/icons';
import { RegionFrame, RegionHeading } from './RegionFrame';
import { Tile } from './Tile';

/** Originals on the museum's wall. */
const WALL = 6;
/** Copies on the way through the green pipe. */
const COPIES = 3;

interface MuseumProps {
  readonly pictures: Pictures | undefined;
  /** Nobody has taken part in a round yet: the rule is written out. */
  readonly firstRound: boolean;
}

/** The museum with real samples, the curtain that hides it from the forger, and the pipe to the pile. */
export function Museum({ pictures, firstRound }: MuseumProps): JSX.Element {
  const shown = Math.min(WALL, pictures?.count ?? WALL);
  return (
    <>
      <RegionFrame region="museum" label={l10n.t('Museum')} class="museum">
        <svg class="pediment" viewBox="0 0 120 24" aria-hidden="true">
          <path d="M2 23 60 3l58 20Z" />
        </svg>
        <RegionHeading region="museum">
          <SealBadge size={18} /> {l10n.t('Museum')}
        </RegionHeading>
        <div class="wall">
          {Array.from({ length: shown }, (_, index) => (
            <span class="wooden-frame" key={index}>
              <Tile
                pictures={pictures}
                index={index}
                {...(index === 0 && { label: l10n.t('Real pictures on the wall') })}
              />
            </span>
          ))}
        </div>
        <Arrow length={26} name="to-desk real" />
      </RegionFrame>
      <RegionFrame
        region="curtain"
        label={l10n.t('A closed curtain: the forger may never look into the museum')}
        class="curtain"
      >
        <i class="curtain-rod" />
        <RegionHeading region="curtain" class={firstRound ? 'sign' : 'plate'}>
          {firstRound ? (
            l10n.t('No peeking')
          ) : (
            <>
              <NoPeekingIcon />
              <span class="visually-hidden">{l10n.t('No peeking')}</span>
            </>
          )}
        </RegionHeading>
      </RegionFrame>
      <div class="museum-pipe" aria-hidden="true">
        <SealBadge size={18} />
        {Array.from({ length: COPIES }, (_, index) => (
          <span class="copy" key={index}>
            <Tile pictures={pictures} index={index} class="small" />
          </span>
        ))}
      </div>
    </>
  );
}
