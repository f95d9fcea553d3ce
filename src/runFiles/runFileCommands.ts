import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { whenShown } from '../collections/whenShown';
import { nameOf, readBounded } from '../collections/workspaceFiles';
import { describeError } from '../emitter';
import { saveFile, type NewFile } from '../export/saveFile';
import type { Session } from '../session/session';
import type { SavedRun } from '../shared/wire/checkpoint';
import { shownRound } from '../shared/domain/phases';
import { failure, success, type Problem, type Result } from '../shared/result';
import { decodeRunFile, encodeRunFile, RUN_FILE_ENDING } from './runFile';

/** A run keeps at most 64 MiB of weights for looking back, of which a checkpoint holds one set; this is far more. */
const MOST_RUN_BYTES = 256 * 1024 * 1024;

/**
 * The commands that keep a run as a file of the learner's own, and open one.
 *
 * @param openLesson shows the lesson that the person was at, in its panel
 */
export function registerRunFileCommands(
  session: Session,
  openLesson: () => Promise<void>,
): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  // A link on the page of a run file hands its address over as text.
  const uriOf = (argument: unknown): vscode.Uri | undefined =>
    typeof argument === 'string'
      ? vscode.Uri.parse(argument)
      : argument instanceof vscode.Uri
        ? argument
        : undefined;
  return vscode.Disposable.from(
    registerCommand('ganLessons.saveRun', (target: unknown) => save(session, uriOf(target))),
    registerCommand('ganLessons.openRun', (file: unknown) => open(session, openLesson, uriOf(file))),
  );
}

/**
 * Writes the run of the lesson where the person says.
 *
 * @param target where to; without it the person is asked
 * @returns where it is; `undefined` when the person gave up or was told why there is nothing
 */
async function save({ run }: Session, target: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const file = fileOf(run.saved);
  if (!file.ok) {
    tell(file.problem);
    return undefined;
  }
  return saveFile(file.value, target);
}

/**
 * Puts the run of a file in the place of the lesson's, which can be gone back to.
 *
 * @param file without it, the person is asked
 * @returns whether it was opened; else the person gave up or was told why not
 */
async function open(
  session: Session,
  openLesson: () => Promise<void>,
  file: vscode.Uri | undefined,
): Promise<boolean> {
  const chosen = file ?? (await askForFile());
  if (!chosen) {
    return false;
  }
  const opened = await openFile(session, openLesson, chosen);
  if (!opened.ok) {
    tell(opened.problem);
    return false;
  }
  void vscode.window.showInformationMessage(
    l10n.t('The run of "{0}" is on the stage, at round {1}.', nameOf(chosen), opened.value),
  );
  return true;
}

/** @returns the round at which the run stands */
async function openFile(
  session: Session,
  openLesson: () => Promise<void>,
  file: vscode.Uri,
): Promise<Result<number>> {
  const saved = await readRunFile(file);
  if (!saved.ok) {
    return saved;
  }
  await openLesson();
  if (!(await whenShown(session.page))) {
    return failure(l10n.t('The lesson panel did not open.'), l10n.t('Start the lesson and try it again.'));
  }
  const opened = await session.openRun(saved.value);
  return opened.ok ? success(shownRound(saved.value.position)) : opened;
}

async function askForFile(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: l10n.t('Open a run'),
    filters: { [l10n.t('Run of GAN Lessons')]: [RUN_FILE_ENDING] },
  });
  return chosen?.[0];
}

/** The run of a file; fails with the reason when the file cannot be read, or is no run. */
export async function readRunFile(file: vscode.Uri): Promise<Result<SavedRun>> {
  try {
    const bytes = await readBounded(file, MOST_RUN_BYTES);
    return bytes.ok ? decodeRunFile(bytes.value) : bytes;
  } catch (error) {
    return failure(
      l10n.t('"{0}" could not be read: {1}', nameOf(file), describeError(error)),
      l10n.t('Choose another file. Your own run stays as it was.'),
    );
  }
}

/** @param saved what the lesson has; absent until there is something to come back to */
function fileOf(saved: SavedRun | undefined): Result<NewFile> {
  if (!saved) {
    return failure(
      l10n.t('There is no run to save yet.'),
      l10n.t('Start a lesson, and let it train for a moment.'),
    );
  }
  const { hyperparameters, position } = saved;
  const encoded = encodeRunFile(saved);
  return encoded.ok
    ? success({
        name: `${hyperparameters.data}-round-${shownRound(position)}.${RUN_FILE_ENDING}`,
        kind: l10n.t('Run of GAN Lessons'),
        endings: [RUN_FILE_ENDING],
        bytes: encoded.value,
        isForVsCode: false,
      })
    : encoded;
}

function tell({ message, next }: Problem): void {
  void vscode.window.showErrorMessage(`${message} ${next}`);
}
