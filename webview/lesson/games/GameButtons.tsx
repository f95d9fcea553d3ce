import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { GameName } from '../../../src/shared/games';
import { Button } from '../../ui/controls';
import { MaskBadge, SealBadge } from '../../ui/icons';

interface GameButtonsProps {
  /** There is a run to play with. */
  readonly ready: boolean;
  readonly onOpen: (game: GameName) => void;
}

/** The doors to the games. */
export function GameButtons({ ready, onOpen }: GameButtonsProps): JSX.Element {
  return (
    <div class="game-buttons" role="group" aria-label={l10n.t('Games')}>
      <Button
        class="be-inspector"
        disabled={!ready}
        title={l10n.t('Judge the pile yourself, then compare with the inspector')}
        onClick={() => onOpen('inspector')}
      >
        <span slot="start" class="button-badge">
          <SealBadge size={16} />
        </span>
        {l10n.t('Be the inspector')}
      </Button>
      <Button
        class="be-forger"
        disabled={!ready}
        title={l10n.t('Forge something yourself and let the inspector score it')}
        onClick={() => onOpen('forger')}
      >
        <span slot="start" class="button-badge">
          <MaskBadge size={16} />
        </span>
        {l10n.t('Be the forger')}
      </Button>
    </div>
  );
}
