import * as vscode from 'vscode';
import { failure } from '../shared/result';
import type { Schedule } from '../session/checkpointStore';
import { askPanel } from '../session/panelRequest';
import type { PageSize } from '../shared/wire/messages';
import type { PanelPage } from '../session/panelPage';

/** Parts of the window that take room from the stage, and the commands that close and open them. */
const PARTS = [
  { close: 'workbench.action.closeSidebar', open: 'workbench.action.toggleSidebarVisibility' },
  { close: 'workbench.action.closeAuxiliaryBar', open: 'workbench.action.toggleAuxiliaryBar' },
  { close: 'workbench.action.closePanel', open: 'workbench.action.togglePanel' },
] as const;

/** A page that is there answers much sooner. */
const LONGEST_MEASURING_MS = 2000;

/** Gives the whole window to the stage while a class looks at it, and puts everything back afterwards. */
export class PresenterMode {
  private requests = 0;
  /** What was closed, and is to be opened again. */
  private readonly closed: (typeof PARTS)[number][] = [];
  private last: Promise<void> = Promise.resolve();

  /** @param focusPanel gives the keyboard to the lesson panel */
  constructor(
    private readonly page: PanelPage,
    private readonly schedule: Schedule,
    private readonly focusPanel: () => void,
  ) {}

  /** The stage fills its panel, or does no longer. */
  set(on: boolean): Promise<void> {
    this.last = this.last.then(() => (on ? this.closeParts() : this.openParts()));
    return this.last;
  }

  /** VS Code doesn't say what is open: what was gives its room to the page when it is closed. */
  private async closeParts(): Promise<void> {
    for (const part of PARTS) {
      const before = await this.measure();
      await vscode.commands.executeCommand(part.close);
      const after = before && (await this.measure(before));
      if (after && (after.width !== before.width || after.height !== before.height)) {
        this.closed.push(part);
      }
    }
    this.focusPanel();
  }

  private async openParts(): Promise<void> {
    for (const { open } of this.closed.splice(0).toReversed()) {
      await vscode.commands.executeCommand(open);
    }
    this.focusPanel();
  }

  /** @param before see `Measure` */
  private async measure(before?: PageSize): Promise<PageSize | undefined> {
    this.requests += 1;
    const request = this.requests;
    const measured = await askPanel(this.page, this.schedule, {
      message: { type: 'measure', request, ...(before && { before }) },
      read: (answer) => (answer.type === 'measured' && answer.request === request ? answer.size : undefined),
      limit: LONGEST_MEASURING_MS,
      gone: () => failure('', ''),
    });
    return measured.ok ? measured.value : undefined;
  }
}
