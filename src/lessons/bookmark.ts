const KEY = 'lesson';

/** Where a bookmark is kept: VS Code's `Memento` of a workspace. */
interface BookmarkMemory {
  get(key: string): unknown;
  update(key: string, value: string): PromiseLike<void>;
}

/** Remembers which lesson a person was at, in the workspace where they were at it. */
export class Bookmark {
  constructor(private readonly memory: BookmarkMemory) {}

  /** The id of the lesson, if one was started before. */
  get lessonId(): string | undefined {
    const stored = this.memory.get(KEY);
    return typeof stored === 'string' ? stored : undefined;
  }

  async remember(lessonId: string): Promise<void> {
    await this.memory.update(KEY, lessonId);
  }
}
