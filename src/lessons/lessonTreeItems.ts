import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { tasksOf, type Goal, type Lesson, type LessonStep } from '../shared/domain/lesson';
import { doneSteps, isStepDone, type LessonProgress } from '../shared/domain/progress';
import { OWN_LESSONS } from './folderFiles';
import { valueOf } from '../shared/domain/byId';
import type { BrokenLesson } from './lessonLibrary';
import { describeLesson, describeProgress, levelName } from './lessonWords';

/** As many errors of a broken file are told as fit into a tooltip. */
const TOLD_ERRORS = 8;

const DONE_ICON = new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('testing.iconPassed'));
const OPEN_ICON = new vscode.ThemeIcon('circle-outline');
const HERE_ICON = new vscode.ThemeIcon('circle-filled');

/** A workspace folder with lessons of its own. */
export function folderItem(name: string): vscode.TreeItem {
  const item = new vscode.TreeItem(
    l10n.t('Lessons of “{0}”', name),
    vscode.TreeItemCollapsibleState.Expanded,
  );
  item.id = `folder/${name}`;
  item.contextValue = 'folder';
  item.iconPath = new vscode.ThemeIcon('folder');
  item.tooltip = l10n.t('The lessons in {0} of this folder.', OWN_LESSONS);
  return item;
}

/** A lesson, with how far one has come in it. */
export function lessonItem(
  lesson: Lesson,
  progress: LessonProgress,
  isRunning: boolean,
  needs: readonly string[],
): vscode.TreeItem {
  const title = `${lesson.number}. ${lesson.title}`;
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Collapsed);
  const isDone = doneSteps(lesson, progress).length === lesson.steps.length;
  item.id = lesson.id;
  item.contextValue = 'lesson';
  item.description = describeProgress(lesson, progress);
  item.tooltip = describeLesson(lesson, needs);
  item.iconPath = isDone ? DONE_ICON : new vscode.ThemeIcon(isRunning ? 'play-circle' : 'mortar-board');
  item.accessibilityInformation = {
    label: l10n.t(
      '{0}. {1}. {2} minutes, {3}.',
      title,
      item.description,
      lesson.minutes,
      levelName(lesson.level),
    ),
  };
  item.command = goToCommand(lesson, undefined);
  return item;
}

/** A step, with whether it is done, where the person is, or still open. */
export function stepItem(
  lesson: Lesson,
  step: LessonStep,
  progress: LessonProgress,
  isHere: boolean,
): vscode.TreeItem {
  const isDone = isStepDone(step, progress);
  const hasGoals = tasksOf(step).some(({ kind }) => kind === 'goal');
  const item = new vscode.TreeItem(
    step.title,
    hasGoals ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None,
  );
  item.id = `${lesson.id}/${step.id}`;
  item.contextValue = 'step';
  item.iconPath = isDone ? DONE_ICON : isHere ? HERE_ICON : OPEN_ICON;
  if (isHere && isDone) {
    item.description = l10n.t('you are here');
  }
  const standing = isDone ? l10n.t('Done.') : l10n.t('Still open.');
  item.tooltip = isHere ? l10n.t('You are here. {0}', standing) : standing;
  item.accessibilityInformation = { label: l10n.t('{0}. {1}', step.title, item.tooltip) };
  item.command = goToCommand(lesson, step.id);
  return item;
}

/** A goal, which ticks itself when a run has reached it. */
export function goalItem(lesson: Lesson, goal: Goal, progress: LessonProgress): vscode.TreeItem {
  const reached = valueOf(progress.goals, goal.id);
  const item = new vscode.TreeItem(goal.title);
  item.id = `${lesson.id}/${goal.id}`;
  item.contextValue = 'goal';
  item.iconPath = reached ? DONE_ICON : new vscode.ThemeIcon('target');
  const standing = reached
    ? l10n.t(
        'Goal reached at round {0}, with seed {1}.',
        reached.round,
        reached.hyperparameters['seed'] ?? '?',
      )
    : l10n.t('A goal that no run has reached yet.');
  item.tooltip = standing;
  item.accessibilityInformation = { label: l10n.t('{0}. {1}', goal.title, standing) };
  item.command = goToCommand(lesson, goal.id);
  return item;
}

/** A lesson that cannot be read, with the reason. */
export function brokenItem({ file, name, errors }: BrokenLesson): vscode.TreeItem {
  const item = new vscode.TreeItem(name);
  const told = errors
    .slice(0, TOLD_ERRORS)
    .map(({ line, message }) => l10n.t('Line {0}: {1}', line + 1, message))
    .join('\n');
  const first = new vscode.Position(errors[0]?.line ?? 0, errors[0]?.column ?? 0);
  item.id = file.toString();
  item.contextValue = 'brokenLesson';
  item.description = l10n.t('cannot be read');
  item.tooltip = told;
  item.accessibilityInformation = { label: `${name}. ${told}` };
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Open'),
    arguments: [file, { selection: new vscode.Range(first, first) }],
  };
  return item;
}

/** @param place a step or section; without it, where the person was */
function goToCommand(lesson: Lesson, place: string | undefined): vscode.Command {
  return {
    command: 'ganLessons.startLesson',
    title: l10n.t('Start Lesson'),
    arguments: place === undefined ? [lesson.id] : [lesson.id, place],
  };
}
