import * as vscode from 'vscode';
import { CourseSource } from '../../src/lessons/courseSource';
import { LessonLibrary } from '../../src/lessons/lessonLibrary';
import { LessonTree, type LessonTreeNode } from '../../src/lessons/lessonTree';
import { ProgressBook, TransientMemory } from '../../src/session/progressBook';
import { NO_PROGRESS } from '../../src/shared/domain/progress';
import { aGoal, aLesson, aStep } from '../unit/builders';
import { SAMPLE } from '../unit/lessons/sampleLesson';
import { createSession, TestLog } from '../unit/session/testRuns';
import { equal, ok } from './assert';
import { eventually } from './eventually';
import { MemoryFiles } from './memoryFiles';
import { extensionApi } from './extensionApi';

const SCHEME = 'gan-lessons-tree-test';

/** A tree as a person sees it: label, icon and tooltip of each item. */
async function itemsOf(tree: vscode.TreeDataProvider<LessonTreeNode>, parent?: LessonTreeNode) {
  const nodes = (await tree.getChildren(parent)) ?? [];
  return Promise.all(nodes.map(async (node) => ({ node, item: await tree.getTreeItem(node) })));
}

function iconOf(item: vscode.TreeItem | undefined): string | undefined {
  return item?.iconPath instanceof vscode.ThemeIcon ? item.iconPath.id : undefined;
}

describe('The tree of lessons', () => {
  it('lists the lessons of the extension and their steps', async () => {
    const { lessonTree } = await extensionApi();
    const lessons = await itemsOf(lessonTree);
    ok(lessons.length > 0, 'There is no lesson.');
    for (const { node, item } of lessons) {
      equal(node.kind, 'lesson', `"${String(item.label)}" is broken: ${String(item.tooltip)}.`);
      const steps = await itemsOf(lessonTree, node);
      ok(steps.length > 0, `"${String(item.label)}" has no step.`);
      for (const step of steps) {
        equal(step.item.command?.command, 'ganLessons.startLesson');
      }
    }
    ok(String(lessons[0]?.item.label).startsWith('1. '), 'The first lesson is not number 1.');
  });

  it('is in the language of the settings', async () => {
    const { lessonTree } = await extensionApi();
    const settings = vscode.workspace.getConfiguration('ganLessons');
    /** Waits until the tree says that it changed, and is as expected then. */
    const toShow = async (
      what: string,
      setting: string | undefined,
      holds: (languages: readonly string[]) => boolean,
    ) => {
      let told = false;
      const subscription = lessonTree.onDidChangeTreeData?.(() => {
        told = true;
      });
      await settings.update('language', setting, vscode.ConfigurationTarget.Global);
      await eventually(what, async () => {
        const nodes = (await lessonTree.getChildren()) ?? [];
        const languages = nodes.map((node) => (node.kind === 'lesson' ? node.lesson.language : node.kind));
        return (told && holds(languages)) || undefined;
      });
      subscription?.dispose();
    };
    await toShow('a first lesson in Chinese', 'zh-cn', ([first]) => first === 'zh-cn');
    await toShow('all lessons in English', undefined, (all) => all.every((language) => language === 'en'));
  });

  describe('with a broken lesson', () => {
    const log = new TestLog();
    const files = new MemoryFiles({
      '/lessons/index.json': '{ "en": ["1.md", "2.md", "3.md"] }',
      '/lessons/en/1.md': SAMPLE.replace('![A portrait](pictures/portrait.png)', ''),
      '/lessons/en/2.md': SAMPLE.replace('phase: judge', 'phase: jugde'),
      '/lessons/en/3.md': SAMPLE.replace('id: sample', 'id: other').replace('![A', '![Still a'),
    });
    const root = vscode.Uri.from({ scheme: SCHEME, path: '/lessons' });
    const library = new LessonLibrary([new CourseSource(root, log)], () => 'en', log);
    const progress = new ProgressBook(new TransientMemory(), log);
    const tree = new LessonTree(library, createSession().session, progress);
    let registration: vscode.Disposable | undefined;

    before(() => {
      registration = vscode.workspace.registerFileSystemProvider(SCHEME, files, { isReadonly: true });
    });

    after(() => {
      tree.dispose();
      library.dispose();
      registration?.dispose();
    });

    it('lists it with its error and leaves the others as they are', async () => {
      const lessons = await itemsOf(tree);
      equal(
        lessons.map(({ item }) => [item.label, iconOf(item)]),
        [
          ['3. A sample', 'mortar-board'],
          ['2.md', 'warning'],
          ['3. A sample', 'mortar-board'],
        ],
      );
      const tooltip = String(lessons[1]?.item.tooltip);
      ok(tooltip.includes('Line 20') && tooltip.includes('"jugde"'), `The tooltip is "${tooltip}".`);
      const steps = await itemsOf(tree, lessons[0]?.node);
      equal(
        steps.map(({ item }) => item.label),
        ['The cast', 'The end'],
      );
    });

    it('opens its file at the error', async () => {
      const [, broken] = await itemsOf(tree);
      const command = broken?.item.command;
      ok(command, 'The item has no command.');
      await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
      const file = vscode.Uri.joinPath(root, 'en/2.md').toString();
      const editor = await eventually('the file, at the error', () => {
        const active = vscode.window.activeTextEditor;
        return active?.document.uri.toString() === file && active.selection.start.line === 19
          ? active
          : undefined;
      });
      ok(editor.document.lineAt(19).text.includes('jugde'), 'The error is on another line.');
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    });

    it('writes what is wrong to the log', () => {
      ok(
        log.lines.some((line) => line.startsWith('en/2.md:20:')),
        `The log has ${JSON.stringify(log.lines)}.`,
      );
    });
  });

  describe('with progress in a lesson', () => {
    const log = new TestLog();
    const progress = new ProgressBook(new TransientMemory(), log);
    const lesson = aLesson('taught', {
      number: 3,
      title: 'Taught',
      summary: 'What it is about.',
      minutes: 12,
      needs: ['first', 'missing'],
      steps: [
        aStep('read', { title: 'Read' }),
        aStep('here', { title: 'Here', sections: [aGoal('five-kinds', { title: 'Five kinds' })] }),
        aStep('open', { title: 'Open' }),
      ],
    });
    const node: LessonTreeNode = { kind: 'lesson', lesson };
    const { session } = createSession();
    const library = new LessonLibrary([], () => 'en', new TestLog());
    const tree = new LessonTree(library, session, progress);
    const told = async (parent: LessonTreeNode) =>
      (await itemsOf(tree, parent)).map(({ item }) => [
        item.label,
        iconOf(item),
        item.accessibilityInformation?.label,
      ]);

    before(async () => {
      await session.choose(lesson, { visit: 'here' });
      progress.record(lesson, { kind: 'read', step: 'read' });
    });

    after(() => {
      tree.dispose();
      library.dispose();
    });

    it('tells which steps are done, where the person is, and which are open', async () => {
      equal(await told(node), [
        ['Read', 'pass-filled', 'Read. Done.'],
        ['Here', 'circle-filled', 'Here. You are here. Still open.'],
        ['Open', 'circle-outline', 'Open. Still open.'],
      ]);
    });

    it('tells how far one has come in it, how long it takes and what it builds on', async () => {
      const item = await tree.getTreeItem(node);
      equal(item.description, '1 of 3');
      const tooltip = String(item.tooltip);
      for (const part of ['What it is about.', '12 min', 'for beginners', '“first”, “missing”']) {
        ok(tooltip.includes(part), `The tooltip is "${tooltip}".`);
      }
    });

    it('ticks a goal when a run has reached it, and the step with it', async () => {
      const [, here] = await itemsOf(tree, node);
      ok(here, 'There is no second step.');
      equal(await told(here.node), [
        ['Five kinds', 'target', 'Five kinds. A goal that no run has reached yet.'],
      ]);
      progress.record(lesson, {
        kind: 'goal',
        section: 'five-kinds',
        run: {
          round: 400,
          hyperparameters: { seed: 7 },
          changes: [],
          backend: 'cpu',
          measured: [],
          time: 1,
        },
      });
      equal(await told(here.node), [
        ['Five kinds', 'pass-filled', 'Five kinds. Goal reached at round 400, with seed 7.'],
      ]);
      equal((await told(node))[1], ['Here', 'pass-filled', 'Here. You are here. Done.']);
      const [goal] = await itemsOf(tree, here.node);
      equal(goal?.item.command?.arguments, ['taught', 'five-kinds']);
    });

    it('is open again after it was reset', async () => {
      progress.replace('taught', NO_PROGRESS);
      equal((await tree.getTreeItem(node)).description, '0 of 3');
    });
  });

  it('is empty, with the reason in the log, where there is no list of lessons', async () => {
    const log = new TestLog();
    const root = vscode.Uri.from({ scheme: 'gan-lessons-of-nowhere', path: '/lessons' });
    const library = new LessonLibrary([new CourseSource(root, log)], () => 'en', log);
    const progress = new ProgressBook(new TransientMemory(), log);
    const tree = new LessonTree(library, createSession().session, progress);
    equal(await tree.getChildren(), []);
    equal(log.lines.length, 1);
    tree.dispose();
    library.dispose();
  });
});
