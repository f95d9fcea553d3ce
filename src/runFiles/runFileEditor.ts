import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { nameOf } from '../collections/workspaceFiles';
import { changedNames, defaultsFor, SPECS } from '../shared/domain/hyperparameters';
import { shownRound } from '../shared/domain/phases';
import type { Result } from '../shared/result';
import type { SavedRun } from '../shared/wire/checkpoint';
import { valueLabel } from '../shared/words/choiceLabels';
import { createNonce, escapeHtml, textPage } from '../views/webviewHtml';
import { readRunFile } from './runFileCommands';

/** As package.json names it. */
const RUN_FILE_EDITOR = 'ganLessons.runFile';

/** The only command that a link on the page may run. */
const OPEN_RUN = 'ganLessons.openRun';

/** Shows what a run file holds, without loading it into the run on the stage. */
export function registerRunFileEditor(): vscode.Disposable {
  const provider: vscode.CustomReadonlyEditorProvider = {
    openCustomDocument: (uri) => ({ uri, dispose: () => {} }),
    resolveCustomEditor: async ({ uri }, panel, token) => {
      const read = await readRunFile(uri);
      if (token.isCancellationRequested) {
        return;
      }
      panel.webview.options = { enableScripts: false, enableCommandUris: [OPEN_RUN] };
      panel.webview.html = textPage(
        { language: vscode.env.language, title: nameOf(uri), body: pageBody(uri, read), style: STYLE },
        createNonce(),
      );
    },
  };
  return vscode.window.registerCustomEditorProvider(RUN_FILE_EDITOR, provider);
}

/** What the page says: what the run is, or why the file cannot be read. */
export function pageBody(uri: vscode.Uri, read: Result<SavedRun>): string {
  const heading = `<h1>${escapeHtml(nameOf(uri))}</h1>`;
  if (!read.ok) {
    const { message, next } = read.problem;
    return `${heading}\n<p>${escapeHtml(message)} ${escapeHtml(next)}</p>`;
  }
  const address = `command:${OPEN_RUN}?${encodeURIComponent(JSON.stringify([uri.toString()]))}`;
  const rows = factsOf(read.value).map(
    ([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  return [
    heading,
    `<p>${escapeHtml(l10n.t('A saved run. Your own run is kept when you open this one.'))}</p>`,
    `<p><a class="open" href="${escapeHtml(address)}">${escapeHtml(l10n.t('Open on the stage'))}</a></p>`,
    `<table>${rows.join('')}</table>`,
  ].join('\n');
}

/** Round, backend and seed, then the hyperparameters that differ from the defaults. */
function factsOf({ hyperparameters, position, backend }: SavedRun): [string, string][] {
  const trained = backend === 'cpu' ? l10n.t('the processor') : l10n.t('the graphics card');
  const names = changedNames(defaultsFor(hyperparameters.data), hyperparameters);
  const shown = [...new Set(['data' as const, 'seed' as const, ...names])];
  return [
    [l10n.t('Round'), String(shownRound(position))],
    [l10n.t('Trained on'), trained],
    ...shown
      .filter((name) => name !== 'backend')
      .map((name): [string, string] => [SPECS[name].label(), valueLabel(hyperparameters[name])]),
  ];
}

const STYLE = `
body { padding: 16px 24px; max-width: 40em; }
table { border-collapse: collapse; margin-top: 16px; }
th, td { padding: 4px 24px 4px 0; text-align: left; font-weight: normal; }
th { color: var(--vscode-descriptionForeground); }
a.open {
  display: inline-block; padding: 4px 12px; text-decoration: none;
  color: var(--vscode-button-foreground); background: var(--vscode-button-background);
  border: 1px solid var(--vscode-contrastBorder, transparent); border-radius: 2px;
}
a.open:hover { background: var(--vscode-button-hoverBackground); }
`;
