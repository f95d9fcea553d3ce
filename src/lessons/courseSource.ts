import * as vscode from 'vscode';
import { Emitter } from '../emitter';
import type { Log } from '../log';
import { readCourse } from './courseFiles';
import type { LessonLanguage } from './lessonLanguage';
import type { FoundLesson, LessonSource } from './lessonSource';

/** The lessons that come with the extension. They never change while it runs. */
export class CourseSource implements LessonSource {
  private readonly changed: Emitter<void>;
  readonly onDidChange;

  /** @param root the `lessons` folder */
  constructor(
    private readonly root: vscode.Uri,
    private readonly log: Log,
  ) {
    this.changed = new Emitter(log);
    this.onDidChange = this.changed.event;
  }

  /** Empty, with the reason in the log, when there is no list of them. */
  async read(language: LessonLanguage): Promise<readonly FoundLesson[]> {
    const files = await readCourse(
      (path) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.root, path)),
      language,
    );
    if (!files.ok) {
      this.log.error(`${files.problem.message} ${files.problem.next}`);
      return [];
    }
    return files.value.map((file) => ({
      ...file,
      file: vscode.Uri.joinPath(this.root, file.path),
      origin: { kind: 'course' },
    }));
  }

  dispose(): void {
    this.changed.dispose();
  }
}
