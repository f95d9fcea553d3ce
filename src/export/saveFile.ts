import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { describeError } from '../emitter';
import { failure, success, type Result } from '../shared/result';

/** Only desktop VS Code has this command. */
const REVEAL_ON_DESKTOP = 'revealFileInOS';

/** A file that a person can take along. */
export interface NewFile {
  /** What the dialog proposes. */
  readonly name: string;
  /** The kind of file in words, and its endings without the dot. */
  readonly kind: string;
  readonly endings: readonly string[];
  readonly bytes: Uint8Array;
  /** Whether VS Code can show it in an editor. */
  readonly isForVsCode: boolean;
}

/**
 * Writes a file where the person says, and offers to show it.
 *
 * @param target where to; without it the person is asked
 * @returns where it is now; `undefined` when the person gave up or was told why it could not be written
 */
export async function saveFile(file: NewFile, target?: vscode.Uri): Promise<vscode.Uri | undefined> {
  const chosen = target ?? (await askWhere(file));
  if (!chosen) {
    return undefined;
  }
  const written = await write(chosen, file.bytes);
  if (!written.ok) {
    const { message, next } = written.problem;
    void vscode.window.showErrorMessage(`${message} ${next}`);
    return undefined;
  }
  void offerToShow(chosen, file.isForVsCode);
  return chosen;
}

/**
 * Writes files into a new folder in one that the person chooses.
 *
 * @param name of the new folder; a number is put behind it where there is one already
 * @returns the new folder; `undefined` when the person gave up or was told why it could not be written
 */
export async function saveFolder(
  name: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<vscode.Uri | undefined> {
  const defaultUri = vscode.workspace.workspaceFolders?.[0]?.uri;
  const [parent] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      title: l10n.t('Folder to save "{0}" in', name),
      openLabel: l10n.t('Save Here'),
      ...(defaultUri && { defaultUri }),
    })) ?? [];
  if (parent === undefined) {
    return undefined;
  }
  const folder = await newFolder(parent, name);
  for (const [file, bytes] of files) {
    const written = await write(vscode.Uri.joinPath(folder, file), bytes);
    if (!written.ok) {
      const { message, next } = written.problem;
      void vscode.window.showErrorMessage(`${message} ${next}`);
      return undefined;
    }
  }
  void offerToShow(vscode.Uri.joinPath(folder, 'README.md'), true);
  return folder;
}

/** A folder that is not there yet. */
async function newFolder(parent: vscode.Uri, name: string): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const folder = vscode.Uri.joinPath(parent, number === 1 ? name : `${name}-${number}`);
    try {
      await vscode.workspace.fs.stat(folder);
    } catch {
      return folder;
    }
  }
}

async function askWhere({ name, kind, endings }: NewFile): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({
    filters: { [kind]: [...endings] },
    title: l10n.t('Save {0}', name),
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
}

async function write(target: vscode.Uri, bytes: Uint8Array): Promise<Result<void>> {
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
    return success(undefined);
  } catch (error) {
    return failure(
      l10n.t('"{0}" could not be written: {1}', target.path, describeError(error)),
      l10n.t('Choose another folder, or another name.'),
    );
  }
}

async function offerToShow(file: vscode.Uri, isForVsCode: boolean): Promise<void> {
  const open = l10n.t('Open');
  const reveal = l10n.t('Show in Folder');
  const revealing = await revealCommand(file);
  const said = l10n.t('Saved as "{0}".', file.path.slice(file.path.lastIndexOf('/') + 1));
  const choices = [...(isForVsCode ? [open] : []), ...(revealing === undefined ? [] : [reveal])];
  const chosen = await vscode.window.showInformationMessage(said, ...choices);
  if (chosen === open) {
    await vscode.commands.executeCommand('vscode.open', file);
  } else if (chosen === reveal && revealing !== undefined) {
    await vscode.commands.executeCommand(revealing, file);
  }
}

/** What shows a file among the others: the explorer, or on the desktop the file manager, if either can. */
async function revealCommand(file: vscode.Uri): Promise<string | undefined> {
  if (vscode.workspace.getWorkspaceFolder(file)) {
    return 'revealInExplorer';
  }
  const commands = await vscode.commands.getCommands(true);
  return file.scheme === 'file' && commands.includes(REVEAL_ON_DESKTOP) ? REVEAL_ON_DESKTOP : undefined;
}
