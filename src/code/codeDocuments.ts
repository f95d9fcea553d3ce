import * as vscode from 'vscode';
import type { Disposable } from '../emitter';
import type { Session } from '../session/session';
import { unreachable } from '../shared/result';
import { ROUNDS, writeProgram } from './index';
import { CODE_FLAVOURS, textOf, type CodeFlavour, type CodeLine } from './program';
import type { ProgramSource } from './saved/savedFiles';

/** The scheme of the read-only documents that show the program of the run. */
export const CODE_SCHEME = 'gan-code';

/** The name that a program has as a file; its ending decides the language of the editor. */
export function fileName(flavour: CodeFlavour): string {
  switch (flavour) {
    case 'pytorch':
      return 'gan-pytorch.py';
    case 'tensorflow':
      return 'gan-tensorflow.ts';
    default:
      return unreachable(flavour);
  }
}

/** The document of a flavour. */
export function codeUri(flavour: CodeFlavour): vscode.Uri {
  return vscode.Uri.from({ scheme: CODE_SCHEME, path: `/${fileName(flavour)}` });
}

/** The flavour of a document, if it is one of ours. */
export function flavourOf({ scheme, path }: vscode.Uri): CodeFlavour | undefined {
  return scheme === CODE_SCHEME
    ? CODE_FLAVOURS.find((flavour) => path === `/${fileName(flavour)}`)
    : undefined;
}

/** Tells VS Code what stands in the documents, and when that changes: with the hyperparameters of the run. */
export class CodeDocuments implements vscode.TextDocumentContentProvider, Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  /** What VS Code was told last. */
  private readonly told = new Map<CodeFlavour, string>();
  private readonly subscription: Disposable;

  constructor(private readonly session: Pick<Session, 'run' | 'onDidChange' | 'collections'>) {
    this.subscription = session.onDidChange((change) => change === 'hyperparameters' && this.refresh());
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const flavour = flavourOf(uri);
    if (flavour === undefined) {
      return '';
    }
    const text = textOf(this.lines(flavour));
    this.told.set(flavour, text);
    return text;
  }

  /** The program of the run as it is now. */
  lines(flavour: CodeFlavour): CodeLine[] {
    const { run, collections } = this.session;
    const own = collections.ofRun?.data === run.current.data ? collections.ofRun : undefined;
    return writeProgram(flavour, run.current, undefined, own?.labels?.names.length);
  }

  /** What the run's program is saved with: its state as it was last kept, and its collection. */
  runParts(): ProgramSource {
    const { run, collections } = this.session;
    return {
      hyperparameters: run.current,
      checkpoint: run.saved?.checkpoint,
      own: collections.ofRun,
      rounds: ROUNDS,
    };
  }

  /** What a folder of the run's program is called. */
  runName(): string {
    const { data, seed } = this.session.run.current;
    return `gan-${data}-seed${seed}`;
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  private refresh(): void {
    for (const [flavour, text] of this.told) {
      if (textOf(this.lines(flavour)) !== text) {
        this.changed.fire(codeUri(flavour));
      }
    }
  }
}
