import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { Disposable } from '../emitter';
import type { Log } from '../log';
import type { Glossary } from '../lessons/glossary';
import type { Session } from '../session/session';
import { TypedChannel, PanelToHostSchema, type HostToPanel, type PanelToHost } from '../shared/wire/messages';
import { characterKeys, setCharacterKeys } from '../settings';
import type { WebviewResources } from './webviewResources';

/** The type under which VS Code knows the panel, in `package.json` too. */
export const LESSON_PANEL = 'ganLessons.lesson';

/**
 * One lesson panel for as long as it is open. Unless it trains in the background, its page is destroyed whenever another
 * editor covers it; whenever it is there again it says `ready` and gets a complete snapshot.
 */
export class LessonPanel implements Disposable {
  private readonly disposables: Disposable[] = [];
  private readonly channel: TypedChannel<typeof PanelToHostSchema, HostToPanel>;
  private lessonId: string | undefined;
  /** The page has got its snapshot; before that, what arrives comes from the page that it replaces. */
  private connected = false;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly session: Session,
    private readonly resources: WebviewResources,
    private readonly glossary: Glossary,
    log: Log,
  ) {
    const { webview } = panel;
    this.channel = new TypedChannel<typeof PanelToHostSchema, HostToPanel>(
      PanelToHostSchema,
      (message) => void webview.postMessage(message),
      (message) => this.handle(message),
      ({ message }) => log.warn(l10n.t('A message of the lesson panel was ignored: {0}', message)),
    );
    this.disposables.push(
      webview.onDidReceiveMessage((message: unknown) => this.channel.receive(message)),
      panel.onDidChangeViewState(() => this.viewStateChanged()),
      session.events.messageSent.event((message) => this.post(message)),
      session.onDidChange((change) => change === 'lesson' && this.showLesson()),
    );
    panel.iconPath = resources.icon();
    this.showLesson();
  }

  /** Whether the page goes on while another editor covers it; decided when the panel is made. */
  get keepsRunningHidden(): boolean {
    return this.panel.options.retainContextWhenHidden === true;
  }

  get isVisible(): boolean {
    return this.panel.visible;
  }

  /** @param preserveFocus whether the person goes on where they are */
  reveal(preserveFocus = false): void {
    this.panel.reveal(undefined, preserveFocus);
  }

  /** Tells the page what the person has set; it has no settings of its own. */
  tellPreferences(): void {
    this.post({ type: 'preferences', characterKeys: characterKeys() });
  }

  /** Tells the page what the terms of the course mean. */
  async tellGlossary(): Promise<void> {
    const terms = await this.glossary.terms();
    this.post({ type: 'glossary', terms });
  }

  /** Lets go of the session; the `vscode` panel is disposed by whoever made it. */
  dispose(): void {
    this.connected = false;
    for (const disposable of this.disposables.splice(0)) {
      disposable.dispose();
    }
  }

  /** A new page for another lesson; for the same one only its title may be another. */
  private showLesson(): void {
    const { lesson } = this.session;
    if (!lesson) {
      return;
    }
    this.panel.title = lesson.title;
    if (lesson.id !== this.lessonId) {
      this.lessonId = lesson.id;
      this.connected = false;
      this.resources.show(this.panel.webview, 'lesson', {
        title: lesson.title,
        placeholder: l10n.t('Preparing the studio…'),
      });
    }
  }

  private handle(message: PanelToHost): void {
    if (message.type === 'ready') {
      const snapshot = this.session.panelReady();
      if (snapshot) {
        this.connected = true;
        this.channel.send(snapshot);
        this.channel.send({ type: 'background', trains: this.keepsRunningHidden });
        this.tellPreferences();
        void this.tellGlossary();
      }
    } else if (message.type === 'preferences') {
      void setCharacterKeys(message.characterKeys);
    } else if (this.connected) {
      this.session.receive(message);
    }
  }

  private post(message: HostToPanel): void {
    if (this.connected) {
      this.channel.send(message);
    }
  }

  private viewStateChanged(): void {
    if (!this.panel.visible && this.connected && !this.keepsRunningHidden) {
      this.connected = false;
      this.session.panelHidden();
    }
  }
}
