import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { whenShown } from './collections/whenShown';
import type { Guide, Choice } from './session/guide';
import type { Session } from './session/session';
import type { SessionRequest } from './session/sessionEvents';
import type { ActivityName } from './shared/domain/lesson';
import type { TransportCommand } from './shared/wire/messages';
import { unreachable } from './shared/result';
import type { LessonPanels } from './views/lessonPanels';
import type { PresenterMode } from './views/presenterMode';
import type { Walkthrough } from './walkthrough/walkthrough';

/** No panel needs longer until its run is there. */
const LONGEST_START_MS = 30_000;

/** Everything that a person can ask for by a command; views ask in the same way. */
export class Commands {
  constructor(
    private readonly session: Session,
    private readonly guide: Guide,
    private readonly panels: LessonPanels,
    private readonly walkthrough: Walkthrough,
    private readonly presenterMode: PresenterMode,
  ) {}

  register(): vscode.Disposable {
    const { registerCommand } = vscode.commands;
    return vscode.Disposable.from(
      registerCommand('ganLessons.startLesson', (lessonId: unknown, place: unknown) =>
        this.startLesson(lessonId, place),
      ),
      registerCommand('ganLessons.togglePlay', () => this.transport('togglePlay')),
      registerCommand('ganLessons.play', () => this.play()),
      registerCommand('ganLessons.nextPhase', () => this.transport('nextPhase')),
      registerCommand('ganLessons.previousPhase', () => this.transport('previousPhase')),
      registerCommand('ganLessons.nextRound', () => this.transport('nextRound')),
      registerCommand('ganLessons.previousRound', () => this.transport('previousRound')),
      registerCommand('ganLessons.slower', () => this.transport('slower')),
      registerCommand('ganLessons.faster', () => this.transport('faster')),
      registerCommand('ganLessons.beInspector', () => {
        this.walkthrough.finish('inspectorPlayed');
        return this.open('inspectorGame');
      }),
      registerCommand('ganLessons.beForger', () => this.open('forgerGame')),
      registerCommand('ganLessons.restart', () => this.restart()),
      registerCommand('ganLessons.present', () => this.present()),
      registerCommand('ganLessons.compareRuns', () => this.compareRuns()),
      registerCommand('ganLessons.resetHyperparameters', () => this.session.run.reset()),
    );
  }

  /**
   * Shows a lesson where it was left.
   *
   * @param lessonId without it, the lesson that the person was at
   * @param place a step or section of that lesson; without it, where the person was
   */
  async startLesson(lessonId?: unknown, place?: unknown): Promise<void> {
    const choice =
      typeof lessonId === 'string'
        ? await this.guide.goTo(lessonId, typeof place === 'string' ? place : undefined)
        : await this.guide.continue();
    if (choice.kind === 'chosen') {
      this.panels.open();
    } else {
      await showProblem(choice);
    }
  }

  /** Shows a lesson beside the editor in which it is written. */
  async previewLesson(lessonId: string, place: string | undefined): Promise<void> {
    const choice = await this.guide.goTo(lessonId, place);
    if (choice.kind === 'chosen') {
      this.panels.openBeside();
    } else {
      await showProblem(choice);
    }
  }

  /** Does what the lesson panel asks for that is not done in it. */
  async handle(request: SessionRequest): Promise<void> {
    switch (request.type) {
      case 'openLesson':
        await this.startLesson(request.lesson, request.id);
        return;
      case 'activity':
        await openActivity(request.opens);
        return;
      case 'presenting':
        await this.presenterMode.set(request.on);
        return;
      case 'runCommand':
        await vscode.commands.executeCommand(`ganLessons.${request.command}`);
        return;
      default:
        unreachable(request);
    }
  }

  /** Starts a new run with the hyperparameters that the form shows. */
  async restart(): Promise<void> {
    const choice = await this.guide.continue();
    if (choice.kind === 'chosen') {
      this.session.run.restart();
      this.panels.open();
    } else {
      await showProblem(choice);
    }
  }

  /** Lets the person compare the run with another one, on the panel. */
  private async compareRuns(): Promise<void> {
    if (this.panels.isVisible) {
      this.panels.open();
    } else {
      await this.startLesson();
    }
    if (await whenShown(this.session.page)) {
      this.session.page.post({ type: 'compare', wanted: this.session.run.wantedChanges });
    }
  }

  /** Shows the stage to a class, or no longer. */
  private async present(): Promise<void> {
    if (this.panels.isVisible) {
      this.panels.open();
    } else {
      await this.startLesson();
    }
    if (await whenShown(this.session.page)) {
      this.session.page.post({ type: 'present' });
    }
  }

  /** Opens a part of the panel, and the panel before it; the keyboard goes there from the form or the palette. */
  private async open(activity: ActivityName): Promise<void> {
    this.session.page.open(activity);
    if (this.panels.isVisible) {
      this.panels.open();
    } else {
      await this.startLesson();
    }
  }

  /** Lets the rounds pass, in the lesson where the person was if none is in sight. */
  private async play(): Promise<void> {
    if (!this.panels.isVisible) {
      // A panel hears commands once it has something to report of its run.
      const reported = this.nextReport();
      await this.startLesson();
      await reported;
    }
    this.panels.open();
    if (this.session.run.summary?.playing !== true) {
      this.session.command('togglePlay');
    }
  }

  /** Settles when the panel reports on its run; also when it has not for a long time. */
  private nextReport(): Promise<void> {
    return new Promise((resolve) => {
      const settle = (): void => {
        clearTimeout(timer);
        subscription.dispose();
        resolve();
      };
      const timer = setTimeout(settle, LONGEST_START_MS);
      const subscription = this.session.onDidChange((change) => {
        if (change === 'run' && this.session.page.isConnected && this.session.run.summary) {
          settle();
        }
      });
    });
  }

  /** A panel that is covered or closed is shown first: nobody steps through what they do not see. */
  private async transport(command: TransportCommand): Promise<void> {
    if (this.panels.isVisible) {
      this.session.command(command);
    } else {
      await this.startLesson();
    }
  }
}

/** The commands that do outside of the panel what a lesson can open. */
const ACTIVITY_COMMANDS: Readonly<Partial<Record<ActivityName, string>>> = {
  drawPoints: 'ganLessons.drawPoints',
  ownPictures: 'ganLessons.useOwnPictures',
  sweep: 'ganLessons.sweep',
};

async function openActivity(name: ActivityName): Promise<void> {
  const command = ACTIVITY_COMMANDS[name];
  if (command !== undefined) {
    await vscode.commands.executeCommand(command);
  }
}

async function showProblem(choice: Exclude<Choice, { kind: 'chosen' }>): Promise<void> {
  if (choice.kind === 'missing') {
    await vscode.window.showErrorMessage(choice.message);
    return;
  }
  const openFile = l10n.t('Open File');
  if ((await vscode.window.showErrorMessage(choice.message, openFile)) === openFile) {
    await vscode.window.showTextDocument(choice.lesson.file);
  }
}
