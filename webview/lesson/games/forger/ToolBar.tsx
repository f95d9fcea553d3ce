import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { moveFocusWithArrows } from '../../transport/arrowKeys';
import { useState } from 'preact/hooks';

export interface ToolButton {
  /** Its name, with its key in brackets. */
  readonly label: string;
  readonly glyph: JSX.Element;
  /** Of a switch: whether it is on. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

interface ToolBarProps {
  readonly tools: readonly ToolButton[];
}

/** One stop of the tab key; arrows walk from tool to tool. */
export function ToolBar({ tools }: ToolBarProps): JSX.Element {
  const [stop, setStop] = useState(0);
  return (
    <div class="tool-bar" role="toolbar" aria-label={l10n.t('Tools')} onKeyDown={moveFocusWithArrows}>
      {tools.map(({ label, glyph, pressed, disabled, onClick }, index) => (
        <button
          type="button"
          key={label}
          aria-label={label}
          data-tip={label}
          // One that was just used up keeps the focus.
          aria-disabled={disabled}
          tabIndex={index === stop ? 0 : -1}
          onFocus={() => setStop(index)}
          onClick={disabled === true ? undefined : onClick}
          {...(pressed !== undefined && { 'aria-pressed': pressed })}
        >
          {glyph}
        </button>
      ))}
    </div>
  );
}
