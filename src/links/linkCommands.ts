import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Commands } from '../commands';
import type { Session } from '../session/session';
import { isOwnData } from '../shared/domain/hyperparameters';
import { failure, success, type Problem, type Result } from '../shared/result';
import { LESSON_LINK_PATH, lessonLinkQuery, readLessonLink, type LessonLink } from './lessonLink';
import { readPastedLink } from './pastedLink';

/** Follows links to a lesson, a step and a run, and makes them. */
export class LinkCommands implements vscode.UriHandler {
  /** @param extensionId the authority of the extension's links, as in `publisher.name` */
  constructor(
    private readonly session: Session,
    private readonly commands: Pick<Commands, 'startLesson'>,
    private readonly extensionId: string,
  ) {}

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.window.registerUriHandler(this),
      vscode.commands.registerCommand('ganLessons.copyLink', () => this.copy()),
      vscode.commands.registerCommand('ganLessons.openLink', (text: unknown) =>
        this.open(typeof text === 'string' ? text : undefined),
      ),
    );
  }

  /** Called by VS Code with a link of this extension, after it has asked the person whether to open it. */
  async handleUri(uri: vscode.Uri): Promise<void> {
    await tell(await this.follow(uri));
  }

  /** @returns why the link could not be followed; then everything is as it was, or the lesson is open without its step */
  async follow({ path, query }: Pick<vscode.Uri, 'path' | 'query'>): Promise<Problem | undefined> {
    const read = readLessonLink(path, query);
    return read.ok ? this.goTo(read.value) : read.problem;
  }

  private async goTo({ lesson, step, changes }: LessonLink): Promise<Problem | undefined> {
    await this.commands.startLesson(lesson, step);
    if (this.session.lesson?.id !== lesson) {
      // Whoever starts a lesson has told why it cannot be.
      return undefined;
    }
    if (step !== undefined && this.session.lesson.steps.every(({ id }) => id !== step)) {
      return {
        message: l10n.t('The link leads to the step “{0}”, which this lesson does not have.', step),
        next: l10n.t('The lesson is open where you were.'),
      };
    }
    const started = Object.keys(changes).length === 0 ? undefined : this.session.run.startWith(changes);
    return started?.ok === false ? started.problem : undefined;
  }

  /** The address of where the person is and of the run that they have. */
  address(): Result<string> {
    const { currentLink } = this.session;
    if (currentLink === undefined) {
      return failure(l10n.t('There is no lesson to link to.'), l10n.t('Start a lesson first.'));
    }
    const { data } = currentLink.changes;
    if (data !== undefined && isOwnData(data)) {
      return failure(
        l10n.t('This run trains on your own collection, which is only on this machine.'),
        l10n.t('Choose one of the built-in collections to share the run.'),
      );
    }
    const address = vscode.Uri.from({
      scheme: vscode.env.uriScheme,
      authority: this.extensionId,
      path: LESSON_LINK_PATH,
      query: lessonLinkQuery(currentLink),
    });
    // Nothing in it needs to be encoded; the encoded form of "=" is hard on the eyes.
    return success(address.toString(true));
  }

  /**
   * Follows a link within a text, for editors and mail programs that do not open one by a click.
   *
   * @param given the text; without it, the person is asked
   */
  private async open(given: string | undefined): Promise<void> {
    const read = (text: string): Result<LessonLink> => readPastedLink(text, this.extensionId);
    const text =
      given ??
      (await vscode.window.showInputBox({
        title: l10n.t('Open Link'),
        prompt: l10n.t('Paste a link to a run. Words around it do no harm.'),
        ignoreFocusOut: true,
        validateInput: (typed) => {
          const link = typed.trim() === '' ? undefined : read(typed);
          return link?.ok === false ? sentence(link.problem) : undefined;
        },
      }));
    if (text === undefined || text.trim() === '') {
      return;
    }
    const link = read(text);
    await tell(link.ok ? await this.goTo(link.value) : link.problem);
  }

  private async copy(): Promise<void> {
    const address = this.address();
    if (!address.ok) {
      await tell(address.problem);
      return;
    }
    await vscode.env.clipboard.writeText(address.value);
    await vscode.window.showInformationMessage(
      l10n.t(
        'The link is copied. It opens this lesson and step, with a run of the same seed and hyperparameters.',
      ),
    );
  }
}

function sentence({ message, next }: Problem): string {
  return `${message} ${next}`;
}

async function tell(problem: Problem | undefined): Promise<void> {
  if (problem !== undefined) {
    await vscode.window.showErrorMessage(sentence(problem));
  }
}
