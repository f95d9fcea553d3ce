import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { showMarkdown } from '../views/markdownPreview';

/** The scheme of the read-only documents that say what a verification found. */
const SCHEME = 'gan-verification';

/**
 * What verifications found, each in a document with an address of its own. An untitled document would take the name of one
 * that was closed before, and VS Code's preview would show what that one said: of another learner's report.
 */
export class VerificationDocuments implements vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();

  register(): vscode.Disposable {
    return vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  provideTextDocumentContent({ path }: vscode.Uri): string {
    return (
      this.texts.get(path) ??
      l10n.t('What this verification found was not kept when the window was closed. Verify the report again.')
    );
  }

  /** @param title of the document */
  async show(title: string, markdown: string): Promise<void> {
    const path = `/${this.texts.size + 1}/${title}`;
    this.texts.set(path, markdown);
    await showMarkdown(vscode.Uri.from({ scheme: SCHEME, path }));
  }
}
