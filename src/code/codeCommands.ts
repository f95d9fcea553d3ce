import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { saveFile } from '../export/saveFile';
import { unreachable } from '../shared/result';
import { codeUri, fileName, flavourOf, type CodeDocuments } from './codeDocuments';
import { CODE_FLAVOURS, textOf, type CodeFlavour } from './program';

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

  /** @param target where to; without it the person is asked */
  private async save(target: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
    const shown = vscode.window.activeTextEditor && flavourOf(vscode.window.activeTextEditor.document.uri);
    const flavour = shown ?? this.remembered ?? (await askForFlavour());
    if (!flavour) {
      return undefined;
    }
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
