import * as vscode from 'vscode';
import { randomName } from '../../src/session/workspaceFolder';
import { equal, ok } from './assert';
import { extensionApi } from './extensionApi';

/** Milliseconds that a run may take to start, on a slow machine. */
const LIMIT = 60_000;

/** Settles when the panel has shown a run. */
async function runShown(): Promise<void> {
  const { session } = await extensionApi();
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('No run was shown.')), LIMIT);
    const check = () => {
      if (session.run.summary) {
        clearTimeout(timer);
        subscription.dispose();
        resolve();
      }
    };
    const subscription = session.onDidChange(check);
    check();
  });
}

describe('What a person takes along', () => {
  let folder: vscode.Uri;

  before(async () => {
    const workspace = vscode.workspace.workspaceFolders?.[0];
    ok(workspace, 'No folder is open.');
    folder = vscode.Uri.joinPath(workspace.uri, `exports-${randomName()}`);
    await vscode.workspace.fs.createDirectory(folder);
    await vscode.commands.executeCommand('ganLessons.startLesson');
    await runShown();
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  async function exported(command: string, name: string): Promise<Uint8Array> {
    const target = vscode.Uri.joinPath(folder, name);
    const saved = await vscode.commands.executeCommand<vscode.Uri | undefined>(
      `ganLessons.${command}`,
      target,
    );
    equal(saved?.toString(), target.toString());
    return vscode.workspace.fs.readFile(target);
  }

  /** Width and height in the header of a PNG. */
  function sizeOf(png: Uint8Array): { readonly width: number; readonly height: number } {
    equal(Array.from(png.subarray(0, 4)), [0x89, 0x50, 0x4e, 0x47]);
    const view = new DataView(png.buffer, png.byteOffset);
    return { width: view.getUint32(16), height: view.getUint32(20) };
  }

  it('is the stage as a picture', async () => {
    const png = await exported('exportStage', 'stage.png');
    const { width, height } = sizeOf(png);
    ok(width > 400 && height > 400, `It has ${width} x ${height} pixels.`);
    ok(png.length > 20_000, `A stage is not drawn in ${png.length} bytes.`);
  });

  it('is a contact sheet of the film strip', async () => {
    const { width, height } = sizeOf(await exported('exportContactSheet', 'sheet.png'));
    // Eight pictures of 48 pixels and the round before them.
    ok(width > 8 * 48 && height > 48, `It has ${width} x ${height} pixels.`);
  });

  it('is a postcard of the size that links show', async () => {
    equal(sizeOf(await exported('exportPostcard', 'postcard.png')), { width: 1200, height: 630 });
  });

  it('is the film strip, moving', async () => {
    const gif = await exported('exportFilm', 'film.gif');
    equal(new TextDecoder().decode(gif.subarray(0, 6)), 'GIF89a');
  });

  it('is a table of everything that was measured', async () => {
    const text = new TextDecoder().decode(await exported('exportMetrics', 'metrics.csv'));
    const [head = '', first = ''] = text.split('\r\n');
    ok(head.startsWith('round,discriminatorLoss,'), head);
    equal(first.split(',')[0], '0');
  });

  it('is nothing where it cannot be written', async () => {
    const nowhere = vscode.Uri.parse('no-such-files:/metrics.csv');
    equal(await vscode.commands.executeCommand('ganLessons.exportMetrics', nowhere), undefined);
  });
});
