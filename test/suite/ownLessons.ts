import * as vscode from 'vscode';
import type { LessonTreeNode } from '../../src/lessons/lessonTree';
import { ok } from './assert';

/** The folder for lessons of one's own in the workspace that the suite runs in. */
export function ownLessons(): vscode.Uri {
  const workspace = vscode.workspace.workspaceFolders?.[0];
  ok(workspace, 'No folder is open.');
  return vscode.Uri.joinPath(workspace.uri, '.gan', 'lessons');
}

/** What the tree of lessons lists under the folders of the workspace. */
export async function ownNodes(tree: vscode.TreeDataProvider<LessonTreeNode>): Promise<LessonTreeNode[]> {
  const nodes = (await tree.getChildren()) ?? [];
  const folders = nodes.filter(({ kind }) => kind === 'folder');
  return (await Promise.all(folders.map(async (folder) => (await tree.getChildren(folder)) ?? []))).flat();
}

/** Makes a lesson in VS Code, as in its explorer. */
export async function writeLesson(name: string, text: string): Promise<vscode.Uri> {
  const file = vscode.Uri.joinPath(ownLessons(), name);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { overwrite: true, contents: new TextEncoder().encode(text) });
  ok(await vscode.workspace.applyEdit(edit), `${name} was not made.`);
  return file;
}

/** Makes a lesson as another program does, or git: VS Code has to notice by itself. */
export async function writeLessonOutside(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(
    vscode.Uri.joinPath(ownLessons(), name),
    new TextEncoder().encode(text),
  );
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
  const files = await vscode.workspace.fs.readDirectory(ownLessons());
  const edit = new vscode.WorkspaceEdit();
  for (const [name] of files) {
    edit.deleteFile(vscode.Uri.joinPath(ownLessons(), name), { recursive: true });
  }
  // VS Code calls an edit without changes failed, and the size of an edit counts changed texts alone.
  ok(files.length === 0 || (await vscode.workspace.applyEdit(edit)), 'The lessons were not removed.');
}
