import * as vscode from 'vscode';
import { Bookmark } from '../../src/lessons/bookmark';
import { CourseSource } from '../../src/lessons/courseSource';
import { LessonLibrary } from '../../src/lessons/lessonLibrary';
import { Guide } from '../../src/session/guide';
import { ProgressBook, TransientMemory } from '../../src/session/progressBook';
import { SAMPLE } from '../unit/lessons/sampleLesson';
import { createSession, TestLog } from '../unit/session/testRuns';
import { equal } from './assert';
import { MemoryFiles } from './memoryFiles';

const SCHEME = 'gan-lessons-guide-test';

describe('A window in which a command asks for a lesson while a view asks for the remembered one', () => {
  const log = new TestLog();
  const withoutPicture = SAMPLE.replace('![A portrait](pictures/portrait.png)', '');
  const files = new MemoryFiles({
    '/lessons/index.json': '{ "en": ["1.md", "2.md"] }',
    '/lessons/en/1.md': withoutPicture.replace('id: sample', 'id: first'),
    '/lessons/en/2.md': withoutPicture.replace('id: sample', 'id: second'),
  });
  const root = vscode.Uri.from({ scheme: SCHEME, path: '/lessons' });
  const library = new LessonLibrary([new CourseSource(root, log)], () => 'en', log);
  let registration: vscode.Disposable | undefined;

  before(() => {
    registration = vscode.workspace.registerFileSystemProvider(SCHEME, files, { isReadonly: true });
  });

  after(() => {
    library.dispose();
    registration?.dispose();
  });

  function freshGuide() {
    const { session } = createSession();
    const bookmark = new Bookmark(new TransientMemory());
    const guide = new Guide(session, library, bookmark, new ProgressBook(new TransientMemory(), log));
    return { guide, session, bookmark };
  }

  it('ends at the lesson of the command and remembers it, whoever asked first', async () => {
    for (const commandFirst of [true, false]) {
      const { guide, session, bookmark } = freshGuide();
      const wishes = [() => guide.goTo('second'), () => guide.continue()];
      await Promise.all((commandFirst ? wishes : wishes.toReversed()).map((ask) => ask()));
      equal([session.lesson?.id, bookmark.lessonId], ['second', 'second'], `Command first: ${commandFirst}.`);
    }
  });

  it('does so for a view after a command that asked for a lesson that is not there', async () => {
    const { guide, session } = freshGuide();
    const choices = await Promise.all([guide.goTo('third'), guide.continue()]);
    equal(
      choices.map(({ kind }) => kind),
      ['missing', 'chosen'],
    );
    equal(session.lesson?.id, 'first');
  });
});
