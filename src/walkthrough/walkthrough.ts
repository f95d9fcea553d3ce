import * as vscode from 'vscode';
import type { Disposable } from '../emitter';
import type { Session } from '../session/session';
import { FIRST_STEPS, readSteps, stepsDone, type FirstStep } from './firstSteps';

/** As package.json calls it. */
const WALKTHROUGH = 'start';

/** Its steps, as package.json calls them. */
const STEP_IDS: Readonly<Record<FirstStep, string>> = {
  lessonOpened: 'open',
  facesSeen: 'watch',
  roundStepped: 'step',
  knobTurned: 'break',
  inspectorPlayed: 'play',
};

/** Longer than VS Code takes to open an editor; without one, it was open already. */
const LONGEST_OPENING_MS = 2000;

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

  /** @param extensionId with the publisher, as VS Code knows the extension */
  registerOpen(extensionId: string): Disposable {
    const id = `${extensionId}#${WALKTHROUGH}`;
    return vscode.commands.registerCommand('ganLessons.openWalkthrough', async () => {
      const shown = nextTab();
      await vscode.commands.executeCommand('workbench.action.openWalkthrough', id);
      await shown;
      // What was done before VS Code first showed a walkthrough would be ticked only when it is left.
      for (const step of this.done) {
        await vscode.commands.executeCommand('welcome.markStepComplete', `${id}#${STEP_IDS[step]}`);
      }
    });
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

/** Settles when another tab opens or comes to the front, or when none does. */
function nextTab(): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      clearTimeout(timer);
      subscription.dispose();
      resolve();
    };
    const timer = setTimeout(settle, LONGEST_OPENING_MS);
    const subscription = vscode.window.tabGroups.onDidChangeTabs(settle);
  });
}
