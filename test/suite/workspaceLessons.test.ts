import * as vscode from 'vscode';
import { SAMPLE } from '../unit/lessons/sampleLesson';
import { equal, ok } from './assert';
import { eventually } from './eventually';
import { extensionApi } from './extensionApi';
import { ownNodes, removeLessons, rewriteLesson, writeLesson, writeLessonOutside } from './ownLessons';

const OWN = SAMPLE.replace('id: sample', 'id: my-own').replace('![A portrait](pictures/portrait.png)', '');

/** Settles when the tree lists, under the folder, what is described so. */
async function ownLessonsToBe(wanted: readonly string[]): Promise<void> {
  const { lessonTree } = await extensionApi();
  await eventually(`the tree to list ${wanted.join(', ')}`, async () => {
    const own = (await ownNodes(lessonTree)).flatMap((node) => {
      switch (node.kind) {
        case 'lesson':
          return [node.lesson.title];
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

  it('appear under their folder, after the course, as soon as they are written', async () => {
    await writeLesson('1.md', OWN);
    await ownLessonsToBe(['A sample']);
    const { lessonTree } = await extensionApi();
    const nodes = (await lessonTree.getChildren()) ?? [];
    equal(
      nodes.map(({ kind }) => kind).filter((kind, index, kinds) => kind !== kinds[index - 1]),
      ['lesson', 'folder'],
    );
    const folder = nodes.at(-1);
    const [own] = await ownNodes(lessonTree);
    ok(folder && own, 'There is no lesson under a folder.');
    equal(await lessonTree.getParent?.(own), folder);
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
      const nodes = await ownNodes(lessonTree);
      return nodes.some((node) => node.kind === 'lesson' && node.lesson === session.lesson) || undefined;
    });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
