import * as vscode from 'vscode';
import { ok } from './assert';

/** The folder for lessons of one's own in the workspace that the suite runs in. */
export function ownLessons(): vscode.Uri {
  const workspace = vscode.workspace.workspaceFolders?.[0];
  ok(workspace, 'No folder is open.');
  return vscode.Uri.joinPath(workspace.uri, '.gan', 'lessons');
}

export async function writeLesson(name: string, text: string): Promise<vscode.Uri> {
  const file = vscode.Uri.joinPath(ownLessons(), name);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return file;
}

/** Changes a lesson as its author does: in an editor, and saves it. */
export async function rewriteLesson(name: string, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(ownLessons(), name));
  const edit = new vscode.WorkspaceEdit();
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  edit.replace(document.uri, whole, text);
  await vscode.workspace.applyEdit(edit);
  ok(await document.save(), `${name} was not saved.`);
}

/** Leaves no lesson behind for the tests that follow; the folder stays, since a new one is watched only after a while. */
export async function removeLessons(): Promise<void> {
  const { fs } = vscode.workspace;
  for (const [name] of await fs.readDirectory(ownLessons())) {
    await fs.delete(vscode.Uri.joinPath(ownLessons(), name), { recursive: true });
  }
}
