import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { InfoGlyph } from '../../../ui/controlIcons';
import { Button } from '../../../ui/controls';
import { logEntries, type LogSource } from './entries';

/** Rounds that are in the page at first, and that come with each "Older rounds". */
const PAGE = 40;

interface LogProps extends LogSource {
  /** A round was chosen: the run is shown as it was then. */
  readonly onGoTo: (round: number) => void;
}

/** The story of the run, round by round, the latest first. */
export function Log({ onGoTo, series, pins, told, onPlane, modes }: LogProps): JSX.Element {
  const [shown, setShown] = useState(PAGE);
  const entries = useMemo(
    () => logEntries({ series, pins, told, onPlane, modes }),
    [series, pins, told, onPlane, modes],
  );
  if (entries.length === 0) {
    return (
      <p class="no-charts">
        <InfoGlyph /> {l10n.t('What happens is written down here from the first round on.')}
      </p>
    );
  }
  return (
    <div
      class="log"
      tabIndex={0}
      role="group"
      aria-label={l10n.t('The story so far, the latest round first')}
    >
      <ol>
        {entries.slice(0, shown).map(({ round, text, notes, phases }) => (
          <li key={round}>
            {text === undefined ? (
              l10n.t('Round {0} is in progress.', round)
            ) : (
              <button type="button" data-tip={l10n.t('Go to round {0}', round)} onClick={() => onGoTo(round)}>
                {text}
              </button>
            )}
            {notes.map((note) => (
              <b key={note}>{note}</b>
            ))}
            {phases.length > 0 && (
              <ol>
                {phases.map((phase) => (
                  <li key={phase.name}>{l10n.t('{0}: {1}', phase.name, phase.text)}</li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
      {entries.length > shown && (
        <Button onClick={() => setShown(shown + PAGE)}>{l10n.t('Older rounds')}</Button>
      )}
    </div>
  );
}
