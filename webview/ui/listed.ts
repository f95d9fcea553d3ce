import * as l10n from '@vscode/l10n';

/** "a, b, c", with the comma of the person's language. */
export function listed(items: readonly string[]): string {
  return items.length === 0 ? '' : items.reduce((list, item) => l10n.t('{0}, {1}', list, item));
}
