import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/controls';

interface KeyboardHelpProps {
  readonly open: boolean;
  /** Whether keys that write a character do something. */
  readonly characterKeys: boolean;
  readonly onCharacterKeys: (on: boolean) => void;
  readonly onClose: () => void;
}

interface Shortcut {
  readonly keys: string;
  readonly meaning: string;
  /** Writes a character, and can be switched off. */
  readonly isCharacter?: true;
}

function shortcuts(): readonly Shortcut[] {
  return [
    { keys: l10n.t('Space'), meaning: l10n.t('Play or pause') },
    { keys: '→', meaning: l10n.t('Next phase') },
    { keys: '←', meaning: l10n.t('Previous phase') },
    { keys: l10n.t('Shift+→'), meaning: l10n.t('Next round') },
    { keys: l10n.t('Shift+←'), meaning: l10n.t('Previous round') },
    { keys: l10n.t('Home'), meaning: l10n.t('First round') },
    { keys: l10n.t('End'), meaning: l10n.t('Back to now') },
    { keys: l10n.t('Esc'), meaning: l10n.t('Leave the highlight, and give the arrow keys back to the run') },
    {
      keys: '1–7',
      meaning: l10n.t('Run to this phase; on a phase that is done, read about it'),
      isCharacter: true,
    },
    { keys: '[', meaning: l10n.t('Slower'), isCharacter: true },
    { keys: ']', meaning: l10n.t('Faster'), isCharacter: true },
    { keys: 'B', meaning: l10n.t('Branch here, while looking back'), isCharacter: true },
    {
      keys: 'P',
      meaning: l10n.t('Presenter mode; there Page Down and Page Up step, and Esc leaves'),
      isCharacter: true,
    },
    { keys: 'N', meaning: l10n.t('Go to the notes'), isCharacter: true },
    { keys: 'S', meaning: l10n.t('Go to the stage'), isCharacter: true },
    { keys: 'C', meaning: l10n.t('Go to the charts'), isCharacter: true },
    { keys: 'L', meaning: l10n.t('Open the log of the story'), isCharacter: true },
    { keys: '?', meaning: l10n.t('Show these keys'), isCharacter: true },
  ];
}

/** What VS Code passes on while the panel is in front but something else has the focus. */
function commandShortcuts(): readonly Shortcut[] {
  return [
    { keys: l10n.t('Ctrl+Alt+Space'), meaning: l10n.t('Play or pause') },
    { keys: l10n.t('Ctrl+Alt+. and ,'), meaning: l10n.t('Next and previous phase; with Shift: round') },
    { keys: l10n.t('Ctrl+Alt+[ and ]'), meaning: l10n.t('Slower and faster') },
  ];
}

/** Lists the keys, in a dialog that the browser makes modal. */
export function KeyboardHelp({
  open,
  characterKeys,
  onCharacterKeys,
  onClose,
}: KeyboardHelpProps): JSX.Element {
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
      {open && (
        <div class="help-keys" tabIndex={0} autofocus role="group" aria-labelledby="help-title">
          <h2 id="help-title">{l10n.t('Keyboard shortcuts')}</h2>
          <Keys shortcuts={shortcuts().filter(({ isCharacter }) => characterKeys || !isCharacter)} />
          <label class="check">
            <input
              type="checkbox"
              checked={characterKeys}
              onChange={(event) => onCharacterKeys(event.currentTarget.checked)}
            />
            {l10n.t('Use single keys such as B, N or 1 to 7')}
          </label>
          <h3>{l10n.t('When the focus is elsewhere in VS Code')}</h3>
          <Keys shortcuts={commandShortcuts()} />
          <p class="help-note">{l10n.t('VS Code’s Keyboard Shortcuts can change these.')}</p>
        </div>
      )}
      <Button onClick={onClose}>{l10n.t('Close')}</Button>
    </dialog>
  );
}

function Keys({ shortcuts: shown }: { readonly shortcuts: readonly Shortcut[] }): JSX.Element {
  return (
    <dl>
      {shown.map(({ keys, meaning }) => (
        <div key={keys}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
