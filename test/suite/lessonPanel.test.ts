import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { extensionApi } from './extensionApi';

/** Milliseconds that VS Code may take to show a change of its tabs. */
const LIMIT = 10_000;

/** The titles of all open lesson panels. */
function lessonTabs(): string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('ganLessons.lesson'),
    )
    .map(({ label }) => label);
}

/** Settles when the open lesson panels have these titles. */
function tabsToBe(titles: readonly string[]): Promise<void> {
  const wanted = JSON.stringify(titles);
  return new Promise((resolve, reject) => {
    const check = () => {
      if (JSON.stringify(lessonTabs()) === wanted) {
        clearTimeout(timer);
        subscription.dispose();
        resolve();
      }
    };
    const timer = setTimeout(() => {
      subscription.dispose();
      reject(new Error(`The lesson panels are ${JSON.stringify(lessonTabs())}, not ${wanted}.`));
    }, LIMIT);
    const subscription = vscode.window.tabGroups.onDidChangeTabs(check);
    check();
  });
}

describe('The lesson panel', () => {
  let title = '';

  before(async () => {
    const { lessonTree } = await extensionApi();
    const [first] = (await lessonTree.getChildren()) ?? [];
    ok(first?.kind === 'lesson', 'There is no lesson to open.');
    ({ title } = first.lesson);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await tabsToBe([]);
  });

  it('opens with the title of the first lesson', async () => {
    await tabsToBe([]);
    await vscode.commands.executeCommand('ganLessons.startLesson');
    await tabsToBe([title]);
  });

  it('opens with a lesson that was asked for', async () => {
    const { lessonTree } = await extensionApi();
    const [first] = (await lessonTree.getChildren()) ?? [];
    ok(first?.kind === 'lesson', 'There is no lesson to open.');
    await vscode.commands.executeCommand('ganLessons.startLesson', first.lesson.id);
    await tabsToBe([title]);
  });

  it('is there once, however often it is asked for', async () => {
    await vscode.commands.executeCommand('ganLessons.startLesson');
    await vscode.commands.executeCommand('ganLessons.startLesson');
    await vscode.commands.executeCommand('ganLessons.restart');
    await tabsToBe([title]);
  });

  it('is opened by the commands that need it', async () => {
    await vscode.commands.executeCommand('ganLessons.togglePlay');
    await tabsToBe([title]);
  });

  it('opens again after it was closed', async () => {
    await vscode.commands.executeCommand('ganLessons.startLesson');
    await tabsToBe([title]);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await tabsToBe([]);
    await vscode.commands.executeCommand('ganLessons.startLesson');
    await tabsToBe([title]);
  });
});

describe('The settings', () => {
  it('have the defaults of the program', () => {
    const settings = vscode.workspace.getConfiguration('ganLessons');
    equal(settings.get('language'), 'auto');
    equal(settings.get('backend'), 'auto');
  });
});

describe('Starting a lesson at a step', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('makes that step the one that is read, whether the lesson is open or not', async () => {
    const { lessonTree } = await extensionApi();
    const [first] = (await lessonTree.getChildren()) ?? [];
    ok(first?.kind === 'lesson', 'There is no lesson to open.');
    const { lesson } = first;
    const markOf = async (index: number) => {
      const step = lesson.steps[index];
      ok(step, `The lesson has no step ${index}.`);
      const item = await lessonTree.getTreeItem({ kind: 'step', lesson, step });
      return String(item.tooltip).startsWith('You are here.');
    };
    for (const index of [2, 1]) {
      await vscode.commands.executeCommand('ganLessons.startLesson', lesson.id, lesson.steps[index]?.id);
      ok(await markOf(index), `Step ${index} is not marked.`);
      ok(!(await markOf(3 - index)), `Step ${3 - index} is marked.`);
    }
    await vscode.commands.executeCommand('ganLessons.startLesson', lesson.id, lesson.steps[0]?.id);
  });
});
