import * as vscode from 'vscode';
import type { Disposable } from '../emitter';
import type { Session } from '../session/session';
import { stepsDone, type FirstStep } from './firstSteps';

/**
 * Tells VS Code that a step of the walkthrough is done. A command does not always: VS Code does not hear of one that this
 * extension asks for itself, as for a button in the panel.
 */
export function tellDone(step: FirstStep | 'inspectorPlayed'): void {
  void vscode.commands.executeCommand('setContext', `ganLessons.${step}`, true);
}

/** Tells VS Code which steps of the walkthrough a run shows to be done. VS Code itself remembers those that once were. */
export class Walkthrough implements Disposable {
  private readonly told = new Set<FirstStep>();
  private readonly subscription: Disposable;

  constructor(private readonly session: Session) {
    this.subscription = session.onDidChange(() => this.look());
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private look(): void {
    const form = this.session.formMessage();
    if (form.type !== 'show') {
      return;
    }
    for (const step of stepsDone(this.session.summary, form.wanted, form.defaults)) {
      if (!this.told.has(step)) {
        this.told.add(step);
        tellDone(step);
      }
    }
  }
}
