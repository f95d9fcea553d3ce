import * as vscode from 'vscode';
import { describeError, type Disposable } from '../emitter';
import type { Log } from '../log';
import type { Term } from '../shared/wire/messages';
import { showMarkdown } from '../views/markdownPreview';
import { GLOSSARY_FILE } from './courseFiles';
import { termsOf } from './glossaryTable';
import type { LessonLanguage } from './lessonLanguage';

/** The terms of the course, in the language that it is taught in. */
export class Glossary {
  /**
   * @param root the `lessons` folder, which has a glossary for each language
   * @param language asked each time, so that a change of the setting counts
   */
  constructor(
    private readonly root: vscode.Uri,
    private readonly language: () => LessonLanguage,
    private readonly log: Log,
  ) {}

  /** Registers the command that shows the glossary in VS Code's own preview of Markdown. */
  register(): Disposable {
    return vscode.commands.registerCommand('ganLessons.openGlossary', async () => {
      await showMarkdown(this.file);
    });
  }

  /** All terms with what they mean. Empty, with the reason in the log, when the file cannot be read. */
  async terms(): Promise<Term[]> {
    const { file } = this;
    try {
      return termsOf(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
    } catch (error) {
      this.log.warn(`${file.path}: ${describeError(error)}`);
      return [];
    }
  }

  private get file(): vscode.Uri {
    return vscode.Uri.joinPath(this.root, this.language(), GLOSSARY_FILE);
  }
}
