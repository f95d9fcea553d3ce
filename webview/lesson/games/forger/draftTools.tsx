import * as l10n from '@vscode/l10n';
import { RedoGlyph, UndoGlyph } from '../glyphs';
import type { Drafts } from './drafts';
import type { ToolButton } from './ToolBar';

/** The tools that go back and forth between drafts, on every easel. */
export function draftTools<Work>(
  { at, list }: Drafts<Work>,
  act: (action: { readonly type: 'undo' | 'redo' }) => void,
): ToolButton[] {
  return [
    {
      label: l10n.t('Undo (Ctrl+Z)'),
      glyph: <UndoGlyph />,
      disabled: at === 0,
      onClick: () => act({ type: 'undo' }),
    },
    {
      label: l10n.t('Redo (Ctrl+Y)'),
      glyph: <RedoGlyph />,
      disabled: at === list.length - 1,
      onClick: () => act({ type: 'redo' }),
    },
  ];
}
