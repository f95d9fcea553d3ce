import type * as vscode from 'vscode';
import type { Disposable, Event } from '../emitter';
import type { LessonFile } from './lessonFile';
import type { LessonLanguage } from './lessonLanguage';

/** Where a lesson comes from. */
export type LessonOrigin =
  | { readonly kind: 'course' }
  /** Somebody's own, in a workspace folder of this name. */
  | { readonly kind: 'workspace'; readonly folder: string };

/** A lesson's file, with its place in the world. */
export interface FoundLesson extends LessonFile {
  readonly file: vscode.Uri;
  readonly origin: LessonOrigin;
}

/** A place from which lessons come. */
export interface LessonSource extends Disposable {
  /** What it has may be different from now on. */
  readonly onDidChange: Event<void>;
  /** All its lessons in their order; problems are in the lessons, or in the log. */
  read(language: LessonLanguage): Promise<readonly FoundLesson[]>;
}
