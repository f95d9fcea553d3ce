import * as vscode from 'vscode';
import { LessonLibrary } from '../../src/lessons/lessonLibrary';
import { LessonTree } from '../../src/lessons/lessonTree';
import { WorkspaceSource } from '../../src/lessons/workspaceSource';
import { ProgressBook, TransientMemory } from '../../src/session/progressBook';
import { SAMPLE } from '../unit/lessons/sampleLesson';
import { createSession, TestLog } from '../unit/session/testRuns';
import { equal } from './assert';
import { eventually } from './eventually';
import { MemoryFiles } from './memoryFiles';
import { ownNodes } from './ownLessons';

const SCHEME = 'gan-lessons-virtual-test';
const LESSON = '/repository/.gan/lessons/1.md';

function lesson(title: string, id = 'sample'): string {
  return SAMPLE.replace('title: A sample', `title: ${title}`).replace('id: sample', `id: ${id}`);
}

function withoutPicture(text: string): string {
  return text.replace('![A portrait](pictures/portrait.png)', '');
}

describe('Lessons in a folder that is on no disk', () => {
  const log = new TestLog();
  const files = new MemoryFiles({
    [LESSON]: lesson('From afar'),
    '/repository/.gan/lessons/pictures/portrait.png': 'not looked at',
    '/repository/.gan/lessons/zh-cn/2.md': withoutPicture(lesson('来自远方', 'translated')),
    '/repository/.gan/lessons/en/2.md': withoutPicture(lesson('Translated', 'translated')).replace(
      'number: 3',
      'number: 4',
    ),
    '/repository/README.md': '# No lesson',
  });
  const uri = (path: string) => vscode.Uri.from({ scheme: SCHEME, path });
  const folders: readonly vscode.WorkspaceFolder[] = ['repository', 'empty'].map((name, index) => ({
    uri: uri(`/${name}`),
    name,
    index,
  }));
  let registration: vscode.Disposable;
  let source: WorkspaceSource;
  let library: LessonLibrary;
  let tree: LessonTree;

  before(() => {
    registration = vscode.workspace.registerFileSystemProvider(SCHEME, files, { isReadonly: true });
    source = new WorkspaceSource(log, () => folders);
    library = new LessonLibrary([source], () => 'en', log);
    tree = new LessonTree(library, createSession().session, new ProgressBook(new TransientMemory(), log));
  });

  after(() => {
    tree.dispose();
    library.dispose();
    registration.dispose();
  });

  const titles = async () => {
    const nodes = await ownNodes(tree);
    return nodes.map((node) => (node.kind === 'lesson' ? node.lesson.title : node.kind));
  };

  it('are listed under it, in the language of the person', async () => {
    equal(await tree.getChildren(), [{ kind: 'folder', folder: 'repository' }]);
    equal(await titles(), ['From afar', 'Translated']);
    equal(
      log.lines.filter((line) => line.includes('could not be read')),
      [],
    );
  });

  it('are read again when their file system says that they changed', async () => {
    files.replace(uri(LESSON), lesson('From farther'));
    await eventually('the new title', async () =>
      (await titles()).includes('From farther') ? true : undefined,
    );
  });
});
