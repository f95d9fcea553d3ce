import * as vscode from 'vscode';
import type { Disposable } from '../emitter';
import type { Session } from '../session/session';
import { FIRST_STEPS, readSteps, stepsDone, type FirstStep } from './firstSteps';

/** Where the steps that were once done are kept; it is synced. */
export const FIRST_STEPS_KEY = 'firstSteps';

/**
 * Tells VS Code which steps of the walkthrough are done, by context keys. VS Code knows of what happens only while the
 * extension runs, and not of a command that the extension asks for itself, as for a button in the panel; so what was
 * once done is kept, and told again whenever the extension begins, which opening the walkthrough has it do.
 */
export class Walkthrough implements Disposable {
  private readonly done: Set<FirstStep>;
  private readonly subscription: Disposable;

  constructor(
    private readonly session: Session,
    private readonly memento: vscode.Memento,
  ) {
    this.done = new Set(this.kept);
    this.done.forEach(tell);
    this.subscription = session.onDidChange(() => this.look());
  }

  dispose(): void {
    this.subscription.dispose();
  }

  /** The person has done a step. */
  finish(step: FirstStep): void {
    if (!this.done.has(step)) {
      this.done.add(step);
      tell(step);
      // Another window may have kept others meanwhile.
      const all = new Set([...this.kept, ...this.done]);
      void this.memento.update(
        FIRST_STEPS_KEY,
        FIRST_STEPS.filter((each) => all.has(each)),
      );
    }
  }

  private get kept(): FirstStep[] {
    return readSteps(this.memento.get(FIRST_STEPS_KEY));
  }

  /** Looks what the run shows to be done. */
  private look(): void {
    const form = this.session.formMessage();
    if (form.type === 'show') {
      stepsDone(this.session.run.summary, form.wanted, form.defaults).forEach((step) => this.finish(step));
    }
  }
}

function tell(step: FirstStep): void {
  void vscode.commands.executeCommand('setContext', `ganLessons.${step}`, true);
}
