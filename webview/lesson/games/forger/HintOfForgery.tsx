import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { Button } from '../../../ui/controls';
import { Tile } from '../../stage/Tile';
import { hintSize } from '../../stage/view/hintWords';
import { currentScore, type Forging } from './forging';

interface HintOfForgeryProps {
  readonly forging: Forging;
  readonly onFollow: () => void;
}

/** How the painting would score better: the gradient, the painting one step along it, and a button that takes the step. */
export function HintOfForgery({ forging, onFollow }: HintOfForgeryProps): JSX.Element {
  // The last hint stays until the next: it comes within a moment.
  const hint = forging.scored?.hint;
  const [size] = hint?.shown.norms ?? [];
  return (
    <div class="forgery-hint">
      <figure>
        <Tile pictures={hint?.shown.pictures} index={0} label={l10n.t('The hint for your painting')} />
        <figcaption>{size === undefined ? l10n.t('hint') : hintSize(size)}</figcaption>
      </figure>
      <figure>
        <Tile pictures={hint?.followed} index={0} label={l10n.t('Your painting, one step along the hint')} />
        <figcaption>{l10n.t('yours + hint')}</figcaption>
      </figure>
      <div>
        <p>{l10n.t('For each pixel, the change that raises his score.')}</p>
        <Button class="follow-hint" disabled={currentScore(forging)?.hint === undefined} onClick={onFollow}>
          {l10n.t('Paint along the hint')}
        </Button>
      </div>
    </div>
  );
}
