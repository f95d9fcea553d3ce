import * as l10n from '@vscode/l10n';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/controls';

interface KeyboardHelpProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

function shortcuts(): readonly (readonly [keys: string, meaning: string])[] {
  return [
    [l10n.t('Space'), l10n.t('Play or pause')],
    ['→', l10n.t('Next phase')],
    [l10n.t('Shift+→'), l10n.t('Next round')],
    ['←', l10n.t('Previous round')],
    [l10n.t('Home'), l10n.t('First round')],
    [l10n.t('End'), l10n.t('Back to now')],
    ['B', l10n.t('Branch here, while looking back')],
    ['1–7', l10n.t('Run to this phase; on a phase that is done, read about it')],
    ['N', l10n.t('Go to the notes')],
    ['S', l10n.t('Go to the stage')],
    [l10n.t('Esc'), l10n.t('Leave the highlight')],
    ['?', l10n.t('Show these keys')],
  ];
}

/** Lists the keys, in a dialog that the browser makes modal. */
export function KeyboardHelp({ open, onClose }: KeyboardHelpProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) {
      ref.current?.showModal();
    } else {
      ref.current?.close();
    }
  }, [open]);
  return (
    <dialog ref={ref} class="help-dialog" aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title">{l10n.t('Keyboard shortcuts')}</h2>
      <dl>
        {shortcuts().map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={onClose}>{l10n.t('Close')}</Button>
    </dialog>
  );
}
