import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { Button } from '../../ui/controls';
import { MaskBadge, SealBadge } from '../../ui/icons';

interface GameButtonsProps {
  /** There is a run to play with. */
  readonly ready: boolean;
  readonly onCommand: (command: 'beInspector' | 'beForger') => void;
}

/** The doors to the games: the commands of VS Code, so that its walkthrough knows of them. */
export function GameButtons({ ready, onCommand }: GameButtonsProps): JSX.Element {
  return (
    <div class="game-buttons" role="group" aria-label={l10n.t('Games')}>
      <Button
        class="be-inspector"
        disabled={!ready}
        title={l10n.t('Judge the pile yourself, then compare with the inspector')}
        onClick={() => onCommand('beInspector')}
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
        onClick={() => onCommand('beForger')}
      >
        <span slot="start" class="button-badge">
          <MaskBadge size={16} />
        </span>
        {l10n.t('Be the forger')}
      </Button>
    </div>
  );
}
