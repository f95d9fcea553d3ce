import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { PanelCommand } from '../../../src/shared/wire/messages';
import { unreachable } from '../../../src/shared/result';
import { ChartGlyph, CodeGlyph, CompareGlyph, SaveGlyph } from '../../ui/controlIcons';
import { Button } from '../../ui/controls';
import { MaskBadge, SealBadge } from '../../ui/icons';
import './tools.css';

interface ToolsBarProps {
  /** There is a run. */
  readonly ready: boolean;
  readonly onCommand: (command: PanelCommand) => void;
  /** Brings the charts into view. */
  readonly onCharts: () => void;
}

/** Beside the buttons, in pixels. */
const BADGE_SIZE = 16;

/** What a person can do with the run besides playing it: the commands of VS Code, so that its walkthrough knows of them. */
export function ToolsBar({ ready, onCommand, onCharts }: ToolsBarProps): JSX.Element {
  return (
    <div class="tools" role="group" aria-label={l10n.t('Games and tools')}>
      <Button
        class="be-forger"
        disabled={!ready}
        tip={l10n.t('Forge something yourself and let the inspector score it')}
        onClick={() => onCommand('beForger')}
      >
        <span slot="start" class="button-badge">
          <MaskBadge size={BADGE_SIZE} />
        </span>
        {l10n.t('Be the forger')}
      </Button>
      <Button
        class="be-inspector"
        disabled={!ready}
        tip={l10n.t('Judge the pile yourself, then compare with the inspector')}
        onClick={() => onCommand('beInspector')}
      >
        <span slot="start" class="button-badge">
          <SealBadge size={BADGE_SIZE} />
        </span>
        {l10n.t('Be the inspector')}
      </Button>
      <Button
        class="compare-runs"
        disabled={!ready}
        tip={l10n.t('Compare two runs')}
        onClick={() => onCommand('compareRuns')}
      >
        <CompareGlyph slot="start" />
        {l10n.t('Compare runs')}
      </Button>
      <Button
        class="follow-code"
        disabled={!ready}
        tip={l10n.t('Follow in code')}
        onClick={() => onCommand('followInCode')}
      >
        <CodeGlyph slot="start" />
        {l10n.t('Code')}
      </Button>
      <Button class="to-charts" disabled={!ready} tip={l10n.t('Go to the charts')} onClick={onCharts}>
        <ChartGlyph slot="start" />
        {l10n.t('Charts')}
      </Button>
      <ExportMenu ready={ready} onCommand={onCommand} />
    </div>
  );
}

const EXPORTS = [
  'exportStage',
  'exportPostcard',
  'exportContactSheet',
  'exportFilm',
  'exportMetrics',
  'saveRun',
] as const;

function exportName(command: (typeof EXPORTS)[number]): string {
  switch (command) {
    case 'exportStage':
      return l10n.t('Stage (PNG)');
    case 'exportContactSheet':
      return l10n.t('Contact sheet of the film strip (PNG)');
    case 'exportPostcard':
      return l10n.t('Postcard: before and after (PNG)');
    case 'exportFilm':
      return l10n.t('Film strip (GIF)');
    case 'exportMetrics':
      return l10n.t('Metrics (CSV)');
    case 'saveRun':
      return l10n.t('Run file (.ganrun)');
    default:
      return unreachable(command);
  }
}

/** What the name of an export leaves open. */
function exportNote(command: (typeof EXPORTS)[number]): string | undefined {
  return command === 'exportMetrics'
    ? l10n.t(
        'All that the charts show: of a long run every recent round, and a selection of the earlier ones',
      )
    : undefined;
}

/** A list that opens from its title, and closes by a choice, by Escape or when the focus goes elsewhere. */
function ExportMenu({ ready, onCommand }: Pick<ToolsBarProps, 'ready' | 'onCommand'>): JSX.Element {
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
        {l10n.t('Export')}
      </summary>
      <ul>
        {EXPORTS.map((command) => (
          <li key={command}>
            <button
              type="button"
              disabled={!ready}
              data-tip={exportNote(command)}
              onClick={() => {
                close();
                onCommand(command);
              }}
            >
              {exportName(command)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
