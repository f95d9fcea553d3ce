import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { describeError } from '../emitter';
import { failure, success, type Result } from '../shared/result';
import {
  ARCHIVE_ENDING,
  isReportPath,
  LARGEST_ARCHIVE,
  MOST_SUBMISSIONS,
  submissionOf,
  submissionsOfArchive,
  unreadableSubmission,
  type Submission,
} from './submissions';

/** A report that a person chose. */
export async function readSubmission(file: vscode.Uri): Promise<Submission> {
  try {
    return submissionOf(nameOf(file), await vscode.workspace.fs.readFile(file));
  } catch (error) {
    return unreadableSubmission(nameOf(file), describeError(error));
  }
}

/** Writes a file, over the one that was there. */
export async function writeText(file: vscode.Uri, text: string): Promise<Result<vscode.Uri>> {
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    return success(file);
  } catch (error) {
    return failure(
      l10n.t('The file “{0}” cannot be written: {1}', nameOf(file), describeError(error)),
      l10n.t('Choose another place and try again.'),
    );
  }
}

/** What was found in a folder, and whether it was more than is read. */
export interface Submissions {
  readonly found: readonly Submission[];
  readonly isCut: boolean;
}

/** Folders within folders, as deep as learning platforms nest them. */
const DEEPEST = 6;

/**
 * The reports of a folder, of the folders below it, and of its archives, in the order of their paths.
 *
 * @param token ends the reading early
 */
export async function submissionsIn(
  folder: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<Result<Submissions>> {
  const found: Submission[] = [];
  const isFull = (): boolean => found.length >= MOST_SUBMISSIONS || token.isCancellationRequested;
  const visit = async (place: vscode.Uri, path: string, depth: number): Promise<void> => {
    const entries = await vscode.workspace.fs.readDirectory(place);
    for (const [name, type] of entries.toSorted(([one], [other]) => (one < other ? -1 : 1))) {
      const inner = path === '' ? name : `${path}/${name}`;
      const uri = vscode.Uri.joinPath(place, name);
      if (isFull()) {
        return;
      }
      // A link may lead out of the folder, or around in a circle.
      if (type === vscode.FileType.Directory && depth < DEEPEST && !name.startsWith('.')) {
        await visit(uri, inner, depth + 1);
      } else if (type === vscode.FileType.File) {
        found.push(...(await submissionsOfFile(uri, inner)));
      }
    }
  };
  try {
    await visit(folder, '', 0);
    return success({ found: found.slice(0, MOST_SUBMISSIONS), isCut: isFull() });
  } catch (error) {
    return failure(
      l10n.t('The folder “{0}” cannot be read: {1}', nameOf(folder), describeError(error)),
      l10n.t('Choose another folder.'),
    );
  }
}

async function submissionsOfFile(file: vscode.Uri, path: string): Promise<Submission[]> {
  const isArchive = path.toLowerCase().endsWith(ARCHIVE_ENDING);
  if (!isArchive && !isReportPath(path)) {
    return [];
  }
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > LARGEST_ARCHIVE) {
      return [unreadableSubmission(path, l10n.t('it is too large'))];
    }
    const bytes = await vscode.workspace.fs.readFile(file);
    return isArchive ? submissionsOfArchive(path, bytes) : [submissionOf(path, bytes)];
  } catch (error) {
    return [unreadableSubmission(path, describeError(error))];
  }
}

/** The last part of a path. */
export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Where a new file is offered to be: in the first folder of the workspace, where there is one. */
export function inWorkspace(name: string): vscode.Uri | undefined {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return folder && vscode.Uri.joinPath(folder.uri, name);
}
