import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { MaskBadge, SealBadge } from '../../../ui/icons';
import { percent } from '../../../ui/l10n';

interface ScoreRulerProps {
  /** P(real), from 0 to 1; absent until it is known. */
  readonly at: number | undefined;
  /** Where it was before. */
  readonly before?: number | undefined;
  /** Means of the machine's forgeries and of originals. */
  readonly machine: number;
  readonly originals: number;
}

/** The ruler of all verdicts, with a forgery on it beside those of the machine and the originals. */
export function ScoreRuler({ at, before, machine, originals }: ScoreRulerProps): JSX.Element {
  return (
    <div class="score-ruler" aria-hidden="true">
      <div class="axis-bar">
        <i class="half" />
        <i class="mean" style={{ '--at': machine }}>
          <MaskBadge size={14} />
        </i>
        <i class="mean" style={{ '--at': originals }}>
          <SealBadge size={14} />
        </i>
        {before !== undefined && <i class="tick ghost" style={{ '--at': before }} />}
        {at !== undefined && <i class="marker" style={{ '--at': at }} />}
      </div>
      <div class="axis-ends">
        <span>{l10n.t('{0} fake', percent(0))}</span>
        <span>{l10n.t('above {0} fools him', percent(0.5))}</span>
        <span>{l10n.t('{0} real', percent(1))}</span>
      </div>
    </div>
  );
}
