import * as vscode from 'vscode';
import { createLesson } from '../../src/authoring/createLesson';
import { randomName } from '../../src/session/workspaceFolder';
import { SAMPLE } from '../unit/lessons/sampleLesson';
import { equal, ok } from './assert';
import { eventually } from './eventually';
import { extensionApi } from './extensionApi';
import { ownLessons, removeLessons, rewriteLesson, writeLesson, ownNodes } from './ownLessons';

const OWN = SAMPLE.replace('id: sample', 'id: my-own').replace('![A portrait](pictures/portrait.png)', '');

/**
 * Opens a new lesson with this text in an editor; the first "‸" of it is the place that is returned. VS Code remembers
 * the text of a file for a while, so each has a name of its own.
 */
async function open(text: string): Promise<{ file: vscode.Uri; name: string; at: vscode.Position }> {
  const name = `${randomName()}.md`;
  const offset = text.indexOf('‸');
  const file = await writeLesson(name, text.replace('‸', ''));
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document);
  return { file, name, at: document.positionAt(Math.max(offset, 0)) };
}

/** Waits until completion offers something at the place that is marked. */
async function toBeOffered(wanted: string, text: string): Promise<void> {
  const { file, at } = await open(text);
  await eventually(`"${wanted}" to be offered`, async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      file,
      at,
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    return labels.includes(wanted) || undefined;
  });
}

describe('Somebody who writes a lesson', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await removeLessons();
  });

  after(async () => {
    // The other tests begin with the first lesson.
    await vscode.commands.executeCommand('ganLessons.startLesson', 'forger-and-inspector');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is offered keys and values', async () => {
    await toBeOffered('intermediate', OWN.replace('level: beginner', 'level: ‸'));
  });

  it('is offered the lessons of the course', async () => {
    await toBeOffered('forger-and-inspector', OWN.replace('needs: [forger-and-inspector]', 'needs: [‸]'));
  });

  it('is told the meaning of what the pointer rests on, also where lines end as on Windows', async () => {
    for (const text of [OWN, OWN.replaceAll('\n', '\r\n')]) {
      const { file, at } = await open(text.replace('generatorSteps: 1', 'generator‸Steps: 1'));
      await eventually('the range to be told', async () => {
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          file,
          at,
        );
        const told = hovers
          .flatMap(({ contents }) => contents)
          .map((content) => (typeof content === 'string' ? content : content.value))
          .join();
        return (told.includes('0') && told.includes('10')) || undefined;
      });
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
  });

  it('sees what is wrong underlined, until it is right', async () => {
    const { file, name } = await open(OWN.replace('phase: judge', 'phase: jugde'));
    const errors = () =>
      vscode.languages
        .getDiagnostics(file)
        .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    const [error] = await eventually('an error', () => (errors().length > 0 ? errors() : undefined));
    equal(error?.range.end.character, (error?.range.start.character ?? 0) + 'jugde'.length);
    ok(error?.message.includes('"judge"'), `The message is "${error?.message}".`);
    await rewriteLesson(name, OWN);
    await eventually('no error', () => (errors().length === 0 ? true : undefined));
  });

  it('sees the faults of a lesson that is not open, until it is gone', async () => {
    const file = await writeLesson(`${randomName()}.md`, '# Nothing of a lesson');
    const problems = () => vscode.languages.getDiagnostics(file).length;
    await eventually('a problem', () => problems() > 0 || undefined);
    await vscode.workspace.fs.delete(file);
    await eventually('no problem', () => problems() === 0 || undefined);
  });

  it('misses a picture that is not there', async () => {
    const { file } = await open(`${OWN}\n![A portrait](portrait.png)\n`);
    const problems = await eventually('a problem', () => {
      const found = vscode.languages
        .getDiagnostics(file)
        .filter(({ message }) => message.includes('portrait.png'));
      return found.length > 0 ? found : undefined;
    });
    equal(problems[0]?.severity, vscode.DiagnosticSeverity.Warning);
  });

  it('gets a new lesson from the template, and never instead of another', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    ok(folder, 'No folder is open.');
    const wish = { folder, title: 'My lesson', language: 'en' } as const;
    const first = await createLesson(wish, { ids: [], lastNumber: 0 });
    const second = await createLesson(wish, { ids: [], lastNumber: 1 });
    ok(first.ok && second.ok, 'A lesson could not be made.');
    equal(first.value.path, vscode.Uri.joinPath(ownLessons(), 'my-lesson.md').path);
    equal(second.value.path, vscode.Uri.joinPath(ownLessons(), 'my-lesson-2.md').path);
    const { lessonTree } = await extensionApi();
    const titles = await eventually('both in the tree', async () => {
      const nodes = await ownNodes(lessonTree);
      const own = nodes.flatMap((node) =>
        node.kind === 'lesson' && node.lesson.id.startsWith('my-lesson') ? [node.lesson] : [],
      );
      return own.length === 2 ? own : undefined;
    });
    equal(
      titles.map(({ id, number }) => [id, number]),
      [
        ['my-lesson', 1],
        ['my-lesson-2', 2],
      ],
    );
  });

  it('translates a lesson: the other file is made once, opens beside, and says what differs', async () => {
    const { file, name } = await open(OWN.replace('id: my-own', 'id: to-translate'));
    const made = vscode.Uri.joinPath(ownLessons(), 'zh-cn', name);
    const isActive = () =>
      vscode.window.activeTextEditor?.document.uri.toString() === made.toString() || undefined;
    await vscode.commands.executeCommand('ganLessons.translateLesson', file);
    await eventually('the translation to be open', isActive);
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    equal(text.match(/^<!-- translate -->$/m)?.length, 1);
    const messages = (of: vscode.Uri) => vscode.languages.getDiagnostics(of).map(({ message }) => message);
    const done = text
      .replaceAll(/^(?:<!-- translate -->|# translate)\n/gm, '')
      .replace('is: above, value: 5', 'is: above, value: 4');
    await rewriteLesson(`zh-cn/${name}`, done);
    await eventually('the goal that differs, and no clash of ids', () => {
      const found = [...messages(made), ...messages(file)];
      return found.length === 1 && found[0] === '"value" is 4 here, and 5 in the lesson in English.'
        ? true
        : undefined;
    });
    await vscode.window.showTextDocument(file);
    await vscode.commands.executeCommand('ganLessons.translateLesson');
    await eventually('the same translation', isActive);
    equal(vscode.window.activeTextEditor?.document.getText(), done);
  });

  it('sees the lesson beside, and goes on writing', async () => {
    const { file, name } = await open(OWN.replace('## The end', '## The end‸'));
    const { session, lessonTree } = await extensionApi();
    await eventually('the lesson in the tree', async () => {
      const nodes = await ownNodes(lessonTree);
      return nodes.some((node) => node.kind === 'lesson' && node.lesson.id === 'my-own') ? true : undefined;
    });
    await vscode.commands.executeCommand('ganLessons.previewLesson');
    await eventually('the lesson in the panel', () => (session.lesson?.id === 'my-own' ? true : undefined));
    await eventually(
      'the editor to have the keyboard',
      () => vscode.window.activeTextEditor?.document.uri.toString() === file.toString() || undefined,
    );
    const panel = await eventually('the panel', () =>
      vscode.window.tabGroups.all.find(({ tabs }) =>
        tabs.some(({ input }) => input instanceof vscode.TabInputWebview),
      ),
    );
    ok(panel.viewColumn !== vscode.window.activeTextEditor?.viewColumn, 'The panel covers the editor.');
    await rewriteLesson(name, OWN.replace('title: A sample', 'title: A sample, rewritten'));
    await eventually('its new text', () =>
      session.lesson?.title === 'A sample, rewritten' ? true : undefined,
    );
  });
});
