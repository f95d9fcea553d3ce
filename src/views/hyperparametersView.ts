import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { Disposable } from '../emitter';
import type { Log } from '../log';
import type { Session } from '../session/session';
import { FormToHostSchema, TypedChannel, type FormToHost, type HostToForm } from '../shared/wire/messages';
import { unreachable } from '../shared/result';
import type { WebviewResources } from './webviewResources';

/** The id of the view, in `package.json` too. */
export const HYPERPARAMETERS_VIEW = 'ganLessons.hyperparameters';

type FormChannel = TypedChannel<typeof FormToHostSchema, HostToForm>;

/** What the form cannot do with the session alone. */
interface FormActions {
  /** Chooses the lesson that the person was at, so that the form shows its hyperparameters. */
  readonly continueLesson: () => Promise<unknown>;
  /** Starts a new run with what is wanted. */
  readonly restart: () => Promise<unknown>;
}

/** The form in the sidebar: shows what the session says and hands edits on to it. */
export class HyperparametersView implements vscode.WebviewViewProvider, Disposable {
  private disposables: Disposable[] = [];

  constructor(
    private readonly session: Session,
    private readonly resources: WebviewResources,
    private readonly actions: FormActions,
    private readonly log: Log,
  ) {}

  /** Called by VS Code whenever the view is shown again after it was destroyed. */
  resolveWebviewView(view: vscode.WebviewView): void {
    this.dispose();
    const { webview } = view;
    const channel: FormChannel = new TypedChannel<typeof FormToHostSchema, HostToForm>(
      FormToHostSchema,
      (message) => void webview.postMessage(message),
      (message) => void this.handle(message, channel),
      ({ message }) => this.log.warn(l10n.t('A message of the form was ignored: {0}', message)),
    );
    this.disposables = [
      webview.onDidReceiveMessage((message: unknown) => channel.receive(message)),
      this.session.onDidChange(
        (change) => change === 'hyperparameters' && channel.send(this.session.formMessage()),
      ),
      view.onDidDispose(() => this.dispose()),
    ];
    this.resources.show(webview, 'hyperparameters', {
      title: l10n.t('Hyperparameters'),
      placeholder: l10n.t('Reading the hyperparameters…'),
    });
  }

  dispose(): void {
    for (const disposable of this.disposables.splice(0)) {
      disposable.dispose();
    }
  }

  private async handle(message: FormToHost, channel: FormChannel): Promise<void> {
    switch (message.type) {
      case 'ready':
        await this.actions.continueLesson();
        channel.send(this.session.formMessage());
        return;
      case 'edit':
        this.edit(message.name, message.value, channel);
        return;
      case 'reset':
        this.session.run.reset();
        return;
      case 'restart':
        await this.actions.restart();
        return;
      default:
        unreachable(message);
    }
  }

  private edit(name: string, value: string | number, channel: FormChannel): void {
    const edited = this.session.run.edit(name, value);
    if (!edited.ok) {
      const { message, next } = edited.problem;
      channel.send({ type: 'refused', name, reason: `${message} ${next}` });
      channel.send(this.session.formMessage());
    }
  }
}
