import * as vscode from 'vscode';
import { CheckpointStore } from '../../src/session/checkpointStore';
import { randomName, schedule, workspaceFolder } from '../../src/session/workspaceFolder';
import { PICTURE_DEFAULTS } from '../../src/shared/domain/hyperparameters';
import { at, TestLog } from '../unit/session/testRuns';
import { equal, ok } from './assert';

describe('The folder of the saved runs, on a real file system', () => {
  let root: vscode.Uri;

  before(() => {
    const workspace = vscode.workspace.workspaceFolders?.[0];
    ok(workspace, 'No folder is open.');
    root = vscode.Uri.joinPath(workspace.uri, `runs-${randomName()}`);
  });

  after(() => vscode.workspace.fs.delete(root, { recursive: true }));

  it('reads what was written, and nothing where there is nothing', async () => {
    const folder = workspaceFolder(root);
    equal(await folder.read('missing'), undefined);
    await folder.remove('missing');
    await folder.write('file', Uint8Array.of(1, 2, 3));
    const bytes = await folder.read('file');
    equal(Array.from(bytes ?? []), [1, 2, 3]);
    equal(bytes?.buffer.byteLength, 3, 'The bytes are a window on a larger buffer.');
    await folder.remove('file');
    equal(await folder.read('file'), undefined);
  });

  it('renames over a file that is there', async () => {
    const folder = workspaceFolder(root);
    await folder.write('old', Uint8Array.of(1));
    await folder.write('new', Uint8Array.of(2));
    await folder.rename('new', 'old');
    equal(Array.from((await folder.read('old')) ?? []), [2]);
    equal(await folder.read('new'), undefined);
    await folder.remove('old');
  });

  it('brings a run back', async () => {
    const log = new TestLog();
    const createStore = () =>
      new CheckpointStore(workspaceFolder(root), schedule, randomName, log, () => undefined);
    const run = {
      hyperparameters: PICTURE_DEFAULTS,
      backend: 'cpu',
      position: at(41, 2),
      checkpointPosition: at(40),
      wholeRounds: false,
      checkpoint: new Uint8Array(100_000).fill(7),
    } as const;
    const store = createStore();
    store.keep('lesson', run);
    await store.flush();
    const { saved: restored } = await createStore().load('lesson');
    equal(restored?.position, at(41, 2));
    equal(restored?.checkpoint.length, 100_000);
    ok(
      restored?.checkpoint.every((byte) => byte === 7),
      'The bytes are others.',
    );
    equal(log.lines, []);
    store.forget('lesson');
    await store.flush();
    equal(await vscode.workspace.fs.readDirectory(root), []);
  });
});
