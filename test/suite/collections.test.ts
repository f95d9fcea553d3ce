import * as vscode from 'vscode';
import type { CollectionReport } from '../../src/collections/collectionReport';
import type { ExtensionApi } from '../../src/extension';
import { randomName } from '../../src/session/workspaceFolder';
import type { OwnData } from '../../src/shared/domain/hyperparameters';
import { tinyPng } from '../tinyPng';
import { equal, ok } from './assert';
import { extensionApi } from './extensionApi';

/** Milliseconds that a run may take to start, on a slow machine. */
const LIMIT = 60_000;

/** Settles when the panel has shown a run on this data. */
function runOn({ session }: ExtensionApi, data: OwnData): Promise<void> {
  return new Promise((resolve, reject) => {
    const check = () => {
      const message = session.formMessage();
      if (message.type === 'show' && message.running?.data === data && session.run.summary) {
        clearTimeout(timer);
        subscription.dispose();
        resolve();
      }
    };
    const timer = setTimeout(() => {
      subscription.dispose();
      reject(new Error(`No run on ${data} was shown within ${LIMIT} ms.`));
    }, LIMIT);
    const subscription = session.onDidChange(check);
    check();
  });
}

/** Accepts whatever a command asks for, as who presses Enter, until it is done. */
async function accepted<T>(command: Thenable<T>): Promise<T> {
  const timer = setInterval(
    () => void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'),
    200,
  );
  try {
    return await command;
  } finally {
    clearInterval(timer);
  }
}

describe("The learner's own collection", () => {
  let folder: vscode.Uri;

  const write = (name: string, bytes: Uint8Array) =>
    vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), bytes);

  before(async () => {
    const workspace = vscode.workspace.workspaceFolders?.[0];
    ok(workspace, 'No folder is open.');
    folder = vscode.Uri.joinPath(workspace.uri, `collection-${randomName()}`);
    await vscode.workspace.fs.createDirectory(folder);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('of pictures, of all sizes and with broken ones among them, is trained on', async () => {
    const whole = tinyPng(32, 20, (x, y) => [8 * x, 12 * y, 90]);
    for (let i = 0; i < 24; i++) {
      // Of different widths, so that some are cropped; large enough that some are scaled in steps.
      await write(
        `picture${i}.png`,
        tinyPng(10 + 6 * i, 60 + 2 * i, (x) => [10 * i, x, 128]),
      );
    }
    await write('broken.png', whole.slice(0, 60));
    await write('letter.jpg', new TextEncoder().encode('Dear reader'));
    await write('notes.txt', new TextEncoder().encode('no picture at all'));
    const api = await extensionApi();

    const report = await vscode.commands.executeCommand<CollectionReport>(
      'ganLessons.useOwnPictures',
      folder,
    );

    equal(report.used, 24);
    equal(report.refused.map(({ name }) => name).toSorted(), ['broken.png', 'letter.jpg']);
    ok(
      report.refused.every(({ reason }) => reason.length > 10),
      'A file was skipped without a reason.',
    );
    await runOn(api, 'ownPictures');
    const collection = api.session.collections.latest('ownPictures');
    equal(collection?.count, 24);
    // The first picture is 10 x 60 pixels: red 0, green from 0 on, blue 128 everywhere.
    const [red, , blue] = collection?.bytes ?? [];
    equal([red, blue], [0, 128]);
  });

  it('of too few pictures leaves the run as it is and says how many are needed', async () => {
    const api = await extensionApi();
    const few = vscode.Uri.joinPath(folder, 'few');
    await vscode.workspace.fs.createDirectory(few);
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(few, 'one.png'),
      tinyPng(4, 4, () => [1, 2, 3]),
    );
    const before = api.session.collections.latest('ownPictures');
    const report = await vscode.commands.executeCommand<CollectionReport>('ganLessons.useOwnPictures', few);
    ok(report.problem?.message.includes('20'), `The report says "${report.problem?.message}".`);
    ok(api.session.collections.latest('ownPictures') === before, 'The collection was replaced.');
  });

  it('of points in a table is trained on', async () => {
    const api = await extensionApi();
    const lines = Array.from({ length: 100 }, (_, i) => `${i},${Math.sin(i / 10)}`);
    await write('points.csv', new TextEncoder().encode(['x,y', ...lines, 'here,there'].join('\n')));
    const report = await accepted(
      vscode.commands.executeCommand<CollectionReport>(
        'ganLessons.useOwnPoints',
        vscode.Uri.joinPath(folder, 'points.csv'),
      ),
    );
    equal(report.used, 100);
    equal(
      report.refused.map(({ name }) => name),
      ['Line 102'],
    );
    equal(report.how, 'columns x and y; separator: comma; each axis by its spread; 100 of 101 rows');
    await runOn(api, 'ownPoints');
  });
});
