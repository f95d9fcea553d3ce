/** Where problems go that need no reaction of the person; a `vscode.LogOutputChannel` is one. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
