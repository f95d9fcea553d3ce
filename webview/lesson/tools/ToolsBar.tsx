import * as l10n from '@vscode/l10n';
import { useRef } from 'preact/hooks';
import type { PanelCommand } from '../../../src/shared/wire/messages';
import { unreachable } from '../../../src/shared/result';
import { CodeGlyph, CompareGlyph, SaveGlyph } from '../../ui/controlIcons';
import { Button } from '../../ui/controls';
import './tools.css';

interface ToolsBarProps {
  /** There is a run. */
  readonly ready: boolean;
  readonly onCommand: (command: PanelCommand) => void;
}

/** What is offered in the menu of what can be taken along. */
const TAKEN_ALONG = ['exportStage', 'exportContactSheet', 'exportFilm', 'exportMetrics', 'saveRun'] as const;

function nameOf(command: (typeof TAKEN_ALONG)[number]): string {
  switch (command) {
    case 'exportStage':
      return l10n.t('The stage as a picture (PNG)');
    case 'exportContactSheet':
      return l10n.t('Contact sheet of the film strip (PNG)');
    case 'exportFilm':
      return l10n.t('The film strip, moving (GIF)');
    case 'exportMetrics':
      return l10n.t('Everything measured (CSV)');
    case 'saveRun':
      return l10n.t('The whole run, to open again (.ganrun)');
    default:
      return unreachable(command);
  }
}

/** What a person can do with the run besides playing it. */
export function ToolsBar({ ready, onCommand }: ToolsBarProps) {
  return (
    <div class="tools" role="group" aria-label={l10n.t('Tools')}>
      <Button class="compare-runs" disabled={!ready} onClick={() => onCommand('compareRuns')}>
        <CompareGlyph slot="start" />
        {l10n.t('Compare two runs')}
      </Button>
      <Button class="follow-code" disabled={!ready} onClick={() => onCommand('followInCode')}>
        <CodeGlyph slot="start" />
        {l10n.t('Follow in code')}
      </Button>
      <TakeAlong ready={ready} onCommand={onCommand} />
    </div>
  );
}

/** A list that opens from its title, and closes by a choice, by Escape or when the focus goes elsewhere. */
function TakeAlong({ ready, onCommand }: ToolsBarProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => menu.current?.removeAttribute('open');
  return (
    <details
      ref={menu}
      class="take-along"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && event.currentTarget.open) {
          event.stopPropagation();
          close();
          event.currentTarget.querySelector('summary')?.focus();
        }
      }}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) {
          close();
        }
      }}
    >
      <summary>
        <SaveGlyph />
        {l10n.t('Take along')}
      </summary>
      <ul>
        {TAKEN_ALONG.map((command) => (
          <li key={command}>
            <button
              type="button"
              disabled={!ready}
              onClick={() => {
                close();
                onCommand(command);
              }}
            >
              {nameOf(command)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
