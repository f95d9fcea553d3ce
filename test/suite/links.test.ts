import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { extensionApi } from './extensionApi';

describe('A link to a lesson', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens the lesson with the run that it names, and is copied as it was', async () => {
    const { links, session } = await extensionApi();
    const link = vscode.Uri.parse(
      'vscode://gan-lessons.gan-lessons/lesson?id=forger-and-inspector&seed=7&generatorSteps=2',
    );
    equal(await links.follow(link), undefined);
    const form = session.formMessage();
    ok(form.type === 'show', 'The form shows nothing.');
    equal([form.wanted.seed, form.wanted.generatorSteps], [7, 2]);
    const address = links.address();
    ok(address.ok, 'There is no address.');
    ok(address.value.includes('/lesson?id=forger-and-inspector'), address.value);
    ok(address.value.includes('generatorSteps=2'), address.value);
    ok(address.value.includes('seed=7'), address.value);
  });

  it('is followed when it is pasted with words around it, in another editor’s form', async () => {
    const { session } = await extensionApi();
    await vscode.commands.executeCommand(
      'ganLessons.openLink',
      'Look: <vscode-insiders://gan-lessons.gan-lessons/lesson?id=forger-and-inspector&seed=11>.',
    );
    const form = session.formMessage();
    ok(form.type === 'show', 'The form shows nothing.');
    equal(form.wanted.seed, 11);
  });

  it('is refused with the reason when it is malformed, and changes nothing', async () => {
    const { links, session } = await extensionApi();
    const before = session.formMessage();
    const problem = await links.follow(
      vscode.Uri.parse('vscode://gan-lessons.gan-lessons/lesson?id=forger-and-inspector&seed=-7'),
    );
    ok(problem?.message.includes('-7') ?? false, problem?.message ?? 'It was followed.');
    equal(session.formMessage(), before);
  });
});
