import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import * as v from 'valibot';
import type { Disposable } from '../emitter';
import { defaultsFor } from '../shared/domain/hyperparameters';
import type { RerunPanel } from '../views/rerunPanel';
import { environmentText, type Editor } from './environmentText';

/** Some seconds on a slow machine. */
const ROUNDS = 200;

const ManifestSchema = v.object({ version: v.string() });

/** Tries what the machine can do, and puts it on the clipboard as a text. */
export class EnvironmentCommand {
  constructor(
    private readonly panel: Pick<RerunPanel, 'probe'>,
    private readonly context: Pick<vscode.ExtensionContext, 'extension'>,
  ) {}

  register(): Disposable {
    return vscode.commands.registerCommand('ganLessons.reportEnvironment', () => this.report());
  }

  /** @returns the text; `undefined` when the person cancelled */
  private async report(): Promise<string | undefined> {
    const machine = await this.panel.probe(l10n.t('What this machine can do'), {
      id: 'probe',
      title: l10n.t('Portraits'),
      hyperparameters: defaultsFor('portraits'),
      changes: [],
      round: ROUNDS,
    });
    if (machine === undefined) {
      return undefined;
    }
    const text = environmentText(this.editor(), machine);
    await vscode.env.clipboard.writeText(text);
    void vscode.window.showInformationMessage(
      l10n.t(
        'The environment is on the clipboard: paste it into an issue. It has no names, paths or addresses.',
      ),
    );
    return text;
  }

  private editor(): Editor {
    const { extension } = this.context;
    const manifest = v.safeParse(ManifestSchema, extension.packageJSON);
    return {
      version: manifest.success ? manifest.output.version : 'unknown',
      editor: `${vscode.env.appName} ${vscode.version}`,
      host: vscode.env.appHost,
      remote: vscode.env.remoteName,
      runsIn: extension.extensionKind === vscode.ExtensionKind.UI ? 'the window' : 'the workspace',
      language: vscode.env.language,
    };
  }
}
