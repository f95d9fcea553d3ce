import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { zipSync } from 'fflate';
import { Pace, ReadingCancelled } from '../collections/pace';
import { saveFile, saveFolder } from '../export/saveFile';
import { unreachable } from '../shared/result';
import { codeUri, fileName, flavourOf, type CodeDocuments } from './codeDocuments';
import { CODE_FLAVOURS, textOf, type CodeFlavour } from './program';
import { savedFiles, type ProgramFiles, type ProgramSource } from './saved/savedFiles';

/** Where the person's choice of a library is kept. */
const REMEMBERED = 'codeFlavour';

/** What the commands need to know of the lesson panel. */
interface BesidePanel {
  readonly isVisible: boolean;
  /** The column that the panel is in; absent while it is closed or covered. */
  readonly column: vscode.ViewColumn | undefined;
}

/** The commands around the program of the run. */
export class CodeCommands {
  /**
   * @param memory remembers the person's choice of a library
   * @param openLesson shows the lesson that the person was at, in its panel
   */
  constructor(
    private readonly documents: CodeDocuments,
    private readonly panel: BesidePanel,
    private readonly memory: vscode.Memento,
    private readonly openLesson: () => Promise<void>,
  ) {}

  register(): vscode.Disposable {
    const { registerCommand } = vscode.commands;
    return vscode.Disposable.from(
      registerCommand('ganLessons.followInCode', (flavour: unknown) => this.follow(named(flavour))),
      registerCommand('ganLessons.chooseCode', () => this.chooseAndFollow()),
      registerCommand('ganLessons.saveCode', (target: unknown) =>
        // From the title of an editor comes the document itself, which is not where it is to be saved.
        this.save(target instanceof vscode.Uri && !flavourOf(target) ? target : undefined),
      ),
    );
  }

  /**
   * Shows the program beside the panel.
   *
   * @param flavour without it the one of last time; the person is asked the first time
   */
  private async follow(flavour = this.remembered): Promise<void> {
    const chosen = flavour ?? (await askForFlavour());
    if (!chosen) {
      return;
    }
    await this.memory.update(REMEMBERED, chosen);
    if (!this.panel.isVisible) {
      await this.openLesson();
    }
    const document = await vscode.workspace.openTextDocument(codeUri(chosen));
    await vscode.window.showTextDocument(document, {
      viewColumn: this.columnOf(chosen),
      preserveFocus: true,
      preview: false,
    });
  }

  private async chooseAndFollow(): Promise<void> {
    const chosen = await askForFlavour();
    if (chosen) {
      await this.follow(chosen);
    }
  }

  /**
   * Saves the program alone, or with all that it needs to run.
   *
   * @param target where to: a file of the program, or one that ends in `.zip`; without it the person is asked
   */
  private async save(target: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
    const shown = vscode.window.activeTextEditor && flavourOf(vscode.window.activeTextEditor.document.uri);
    const flavour = shown ?? this.remembered ?? (await askForFlavour());
    if (!flavour) {
      return undefined;
    }
    const form = target ? formOf(target) : flavour === 'pytorch' ? await askForForm() : 'program';
    switch (form) {
      case undefined:
        return undefined;
      case 'program':
        return this.saveProgram(flavour, target);
      case 'folder':
      case 'zip':
        return this.saveRunnable(form, target);
      default:
        return unreachable(form);
    }
  }

  private saveProgram(flavour: CodeFlavour, target: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
    const name = fileName(flavour);
    return saveFile(
      {
        name,
        kind: titleOf(flavour),
        endings: [name.slice(name.lastIndexOf('.') + 1)],
        bytes: new TextEncoder().encode(textOf(this.documents.lines(flavour))),
        isForVsCode: true,
      },
      target,
    );
  }

  private async saveRunnable(
    form: 'folder' | 'zip',
    target: vscode.Uri | undefined,
  ): Promise<vscode.Uri | undefined> {
    const files = await collectFiles(this.documents.runParts());
    if (files === undefined) {
      return undefined;
    }
    const name = this.documents.runName();
    if (form === 'folder') {
      return saveFolder(name, files);
    }
    const bytes = zipSync(Object.fromEntries(files), { level: 0 });
    return saveFile(
      { name: `${name}.zip`, kind: 'ZIP', endings: ['zip'], bytes, isForVsCode: false },
      target,
    );
  }

  private get remembered(): CodeFlavour | undefined {
    return named(this.memory.get(REMEMBERED));
  }

  /** Where a program is open already, else beside the panel. */
  private columnOf(flavour: CodeFlavour): vscode.ViewColumn {
    const groups = vscode.window.tabGroups.all;
    const ofFlavours = [flavour, ...CODE_FLAVOURS].flatMap((candidate) =>
      groups.filter(({ tabs }) =>
        tabs.some(
          ({ input }) =>
            input instanceof vscode.TabInputText && input.uri.toString() === codeUri(candidate).toString(),
        ),
      ),
    );
    const { column } = this.panel;
    return ofFlavours[0]?.viewColumn ?? (column === undefined ? vscode.ViewColumn.Beside : column + 1);
  }
}

function named(value: unknown): CodeFlavour | undefined {
  return CODE_FLAVOURS.find((flavour) => flavour === value);
}

function titleOf(flavour: CodeFlavour): string {
  switch (flavour) {
    case 'pytorch':
      return 'PyTorch';
    case 'tensorflow':
      return 'TensorFlow.js';
    default:
      return unreachable(flavour);
  }
}

async function askForFlavour(): Promise<CodeFlavour | undefined> {
  const items = CODE_FLAVOURS.map((flavour) => ({
    flavour,
    label: titleOf(flavour),
    description: fileName(flavour),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: l10n.t('Follow in code'),
    placeHolder: l10n.t('The library that the training loop is written with'),
  });
  return picked?.flavour;
}

/** What a program is saved as. */
type SavedForm = 'folder' | 'zip' | 'program';

function formOf({ path }: vscode.Uri): SavedForm {
  return path.endsWith('.zip') ? 'zip' : 'program';
}

async function askForForm(): Promise<SavedForm | undefined> {
  const whole = l10n.t('program, notebook, collection and weights; it runs as it is');
  const forms: readonly (vscode.QuickPickItem & { readonly form: SavedForm })[] = [
    { form: 'folder', label: `$(folder) ${l10n.t('A folder')}`, description: whole },
    { form: 'zip', label: `$(file-zip) ${l10n.t('One .zip file')}`, description: whole },
    {
      form: 'program',
      label: `$(file-code) ${l10n.t('The program alone')}`,
      description: l10n.t('as you see it in the editor'),
    },
  ];
  const picked = await vscode.window.showQuickPick(forms, { title: l10n.t('Save Code As') });
  return picked?.form;
}

/** Makes the files of a run's program; tells the person why they cannot be made, unless they cancelled it. */
async function collectFiles(parts: ProgramSource): Promise<ProgramFiles | undefined> {
  const location = vscode.ProgressLocation.Notification;
  const title = l10n.t('Collecting the code of the run');
  const files = await vscode.window.withProgress({ location, title, cancellable: true }, async (_, token) => {
    try {
      const isCancelled = (): boolean => token.isCancellationRequested;
      return await savedFiles(
        parts,
        new Pace({
          get isCancelled() {
            return isCancelled();
          },
        }),
      );
    } catch (error) {
      if (error instanceof ReadingCancelled) {
        return undefined;
      }
      throw error;
    }
  });
  if (files?.ok === false) {
    void vscode.window.showErrorMessage(`${files.problem.message} ${files.problem.next}`);
    return undefined;
  }
  return files?.value;
}
