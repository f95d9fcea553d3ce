import type * as vscode from 'vscode';

const KEY = 'lesson';

/** Remembers which lesson a person was at, in the workspace where they were at it. */
export class Bookmark {
  constructor(private readonly memento: vscode.Memento) {}

  /** The id of the lesson, if one was started before. */
  get lessonId(): string | undefined {
    const stored: unknown = this.memento.get(KEY);
    return typeof stored === 'string' ? stored : undefined;
  }

  async remember(lessonId: string): Promise<void> {
    await this.memento.update(KEY, lessonId);
  }
}
