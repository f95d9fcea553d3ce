import * as vscode from 'vscode';
import { SAMPLE } from '../unit/lessons/sampleLesson';
import { eventually } from './eventually';
import { extensionApi } from './extensionApi';
import { removeLessons, rewriteLesson, writeLesson, writeLessonOutside } from './ownLessons';

const OWN = SAMPLE.replace('id: sample', 'id: my-own').replace('![A portrait](pictures/portrait.png)', '');

/** Settles when the tree lists, after the lessons of the course, what is described so. */
async function ownLessonsToBe(wanted: readonly string[]): Promise<void> {
  const { lessonTree } = await extensionApi();
  await eventually(`the tree to list ${wanted.join(', ')}`, async () => {
    const nodes = (await lessonTree.getChildren()) ?? [];
    const course = nodes.findLastIndex(
      (node) => node.kind === 'lesson' && node.lesson.id === 'forger-and-inspector',
    );
    const own = nodes.slice(course + 1).flatMap((node) => {
      switch (node.kind) {
        case 'lesson':
          return node.lesson.needs.includes('forger-and-inspector') &&
            node.lesson.title.startsWith('A sample')
            ? [node.lesson.title]
            : [];
        case 'broken':
          return [`${node.broken.name}: ${node.broken.errors[0]?.message ?? ''}`];
        default:
          return [];
      }
    });
    return JSON.stringify(own) === JSON.stringify(wanted) ? true : undefined;
  });
}

describe('Lessons in the workspace', () => {
  after(async () => {
    await removeLessons();
    await ownLessonsToBe([]);
    // The other tests begin with the first lesson.
    await vscode.commands.executeCommand('ganLessons.startLesson', 'forger-and-inspector');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('appear after those of the course as soon as they are written', async () => {
    await writeLesson('1.md', OWN);
    await ownLessonsToBe(['A sample']);
  });

  it('change as soon as they are saved', async () => {
    await rewriteLesson('1.md', OWN.replace('title: A sample', 'title: A sample, again'));
    await ownLessonsToBe(['A sample, again']);
  });

  it('are listed with the reason when they are broken, or have the id of another', async () => {
    await writeLessonOutside('2.md', OWN.replace('title: A sample', 'title: A second'));
    await writeLesson('3.md', OWN.replace('id: my-own', 'id: forger-and-inspector'));
    await ownLessonsToBe([
      'A sample, again',
      '2.md: The lesson "1.md" has the id "my-own" already. Choose another id.',
      '3.md: The lesson "The forger and the inspector" of the course has the id "forger-and-inspector" already. Choose another id.',
    ]);
  });

  it('are taught while they are worked on, at the step where the person is', async () => {
    const { session, lessonTree } = await extensionApi();
    await vscode.commands.executeCommand('ganLessons.startLesson', 'my-own');
    await eventually('the lesson to be open', () => (session.lesson?.id === 'my-own' ? true : undefined));
    await rewriteLesson('1.md', OWN.replace('title: A sample', 'title: A sample, rewritten'));
    await eventually('its new text', () =>
      session.lesson?.title === 'A sample, rewritten' ? true : undefined,
    );
    await eventually('the same text in the tree', async () => {
      const nodes = (await lessonTree.getChildren()) ?? [];
      return nodes.some((node) => node.kind === 'lesson' && node.lesson === session.lesson) || undefined;
    });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
