import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Disposable } from '../emitter';
import type { Log } from '../log';
import type { Session } from '../session/session';
import { LESSON_PANEL, LessonPanel } from './lessonPanel';
import type { WebviewResources } from './webviewResources';

/** The context key that tells menus and commands whether the panel is open. */
const LESSON_OPEN = 'ganLessons.lessonOpen';

/** Opens the lesson panel, keeps at most one of it, and brings it back after the window was reloaded. */
export class LessonPanels implements vscode.WebviewPanelSerializer, Disposable {
  private current: { readonly panel: vscode.WebviewPanel; readonly view: LessonPanel } | undefined;

  /** @param continueLesson chooses the lesson that the person was at; false when there is none to be taught */
  constructor(
    private readonly session: Session,
    private readonly resources: WebviewResources,
    private readonly continueLesson: () => Promise<boolean>,
    private readonly log: Log,
  ) {}

  get isVisible(): boolean {
    return this.current?.view.isVisible ?? false;
  }

  /** Shows the session's lesson, in the panel that is open or in a new one. */
  open(): void {
    if (this.current) {
      this.current.view.reveal();
      return;
    }
    const title = this.session.lesson?.title ?? l10n.t('GAN Lessons');
    this.adopt(
      vscode.window.createWebviewPanel(
        LESSON_PANEL,
        title,
        vscode.ViewColumn.Active,
        this.resources.options(),
      ),
    );
  }

  /** Called by VS Code with the panel that was open when the window was closed. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    let closed = false;
    const watch = panel.onDidDispose(() => (closed = true));
    const chosen = await this.continueLesson();
    watch.dispose();
    if (closed) {
      return;
    }
    if (chosen && !this.current) {
      this.adopt(panel);
    } else {
      panel.dispose();
    }
  }

  dispose(): void {
    this.current?.panel.dispose();
  }

  private adopt(panel: vscode.WebviewPanel): void {
    const view = new LessonPanel(panel, this.session, this.resources, this.log);
    this.current = { panel, view };
    panel.onDidDispose(() => {
      view.dispose();
      this.current = undefined;
      this.session.panelClosed();
      this.tellContext();
    });
    this.tellContext();
  }

  private tellContext(): void {
    void vscode.commands.executeCommand('setContext', LESSON_OPEN, this.current !== undefined);
  }
}
