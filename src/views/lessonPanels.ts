import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Disposable } from '../emitter';
import type { Log } from '../log';
import type { Glossary } from '../lessons/glossary';
import type { Session } from '../session/session';
import { LESSON_PANEL, LessonPanel } from './lessonPanel';
import type { WebviewResources } from './webviewResources';

/** The context key that tells menus and commands whether the panel is open. */
const LESSON_OPEN = 'ganLessons.lessonOpen';

/** Opens the lesson panel, keeps at most one of it, and brings it back after the window was reloaded. */
export class LessonPanels implements vscode.WebviewPanelSerializer, Disposable {
  private current: { readonly panel: vscode.WebviewPanel; readonly view: LessonPanel } | undefined;

  /**
   * @param continueLesson chooses the lesson that the person was at; false when there is none to be taught
   * @param keepsRunningHidden whether the run goes on while the panel is hidden
   */
  constructor(
    private readonly session: Session,
    private readonly resources: WebviewResources,
    private readonly glossary: Glossary,
    private readonly continueLesson: () => Promise<boolean>,
    private readonly keepsRunningHidden: () => boolean,
    private readonly log: Log,
  ) {}

  get isVisible(): boolean {
    return this.current?.view.isVisible ?? false;
  }

  /** The column that the panel is in, while it can be seen. */
  get column(): vscode.ViewColumn | undefined {
    return this.isVisible ? this.current?.panel.viewColumn : undefined;
  }

  /** Shows the session's lesson, in the panel that is open or in a new one. */
  open(): void {
    if (this.current) {
      this.current.view.reveal();
      return;
    }
    this.openIn(vscode.ViewColumn.Active);
  }

  /** Shows the session's lesson beside the editor, in which the person goes on writing. */
  openBeside(): void {
    if (this.current) {
      this.current.view.reveal(true);
    } else {
      this.openIn(vscode.ViewColumn.Beside, true);
    }
  }

  /** Makes the open panel one that lives hidden, or one that does not, as the person wants it now. */
  refresh(): void {
    const { current } = this;
    if (current && current.view.keepsRunningHidden !== this.keepsRunningHidden()) {
      // It is decided when a panel is made. The run comes back from its checkpoint, as after any closing.
      const { viewColumn = vscode.ViewColumn.Active, visible } = current.panel;
      current.panel.dispose();
      this.openIn(viewColumn, !visible);
    }
  }

  private openIn(viewColumn: vscode.ViewColumn, preserveFocus = false): void {
    void closeOrphans();
    const title = this.session.lesson?.title ?? l10n.t('GAN Lessons');
    this.adopt(
      vscode.window.createWebviewPanel(
        LESSON_PANEL,
        title,
        { viewColumn, preserveFocus },
        { ...this.resources.options(), retainContextWhenHidden: this.keepsRunningHidden() },
      ),
    );
  }

  /** Another preference was set, here or elsewhere. */
  tellPreferences(): void {
    this.current?.view.tellPreferences();
  }

  /** The terms are in another language from now on. */
  tellGlossary(): void {
    void this.current?.view.tellGlossary();
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
      this.refresh();
    } else {
      panel.dispose();
    }
  }

  dispose(): void {
    this.current?.panel.dispose();
  }

  private adopt(panel: vscode.WebviewPanel): void {
    const view = new LessonPanel(panel, this.session, this.resources, this.glossary, this.log);
    this.current = { panel, view };
    panel.onDidDispose(() => {
      view.dispose();
      if (this.current?.view === view) {
        this.current = undefined;
        this.session.panelClosed();
        this.tellContext();
      }
    });
    this.tellContext();
  }

  private tellContext(): void {
    void vscode.commands.executeCommand('setContext', LESSON_OPEN, this.current !== undefined);
  }
}

/** Closes tabs that nobody answers for: of an extension host that ended, or not yet brought back after a reload. */
async function closeOrphans(): Promise<void> {
  const orphans = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    // VS Code puts words of its own before the type.
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(LESSON_PANEL));
  if (orphans.length > 0) {
    try {
      await vscode.window.tabGroups.close(orphans, true);
    } catch {
      // One that was just being closed is gone all the same.
    }
  }
}
