import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { unreachable, type Problem } from '../shared/result';
import type { Reading } from './pace';
import { choosePoints, isProblem, likelyChoice, understandTable } from './pointsTable';
import type { Column } from './table/columns';
import type { ChosenPoints, PointsChoice, TableLayout, TableSource, TextChoice } from './table/layout';
import type { DecimalSign } from './table/numbers';
import { firstRows, previewLines, type PreviewAction, type PreviewLine } from './table/preview';
import { SEPARATORS } from './table/records';
import { decimalName, separatorName, titleOf } from './table/words';

/** Does work that may take a while, with a way to cancel it; `undefined` when the person did. */
type WithProgress = <T>(work: (reading: Reading) => Promise<T>) => Promise<T | undefined>;

/** What the person has accepted. */
interface AcceptedTable {
  readonly layout: TableLayout;
  readonly choice: PointsChoice;
  readonly chosen: ChosenPoints;
}

type Understood = AcceptedTable & { readonly rows: readonly (readonly string[])[] };

/**
 * Shows what was understood of a table and lets the person change it, until they accept it or give up.
 *
 * @param showRefused shows all rows that are left out
 * @returns a problem when it cannot be used; `undefined` when the person gave up
 */
export async function askAboutTable(
  name: string,
  source: TableSource,
  withProgress: WithProgress,
): Promise<AcceptedTable | Problem | undefined> {
  let text: TextChoice = {};
  let table = await withProgress((reading) => understand(source, text, reading));
  for (;;) {
    if (table === undefined) {
      return undefined;
    }
    if (isProblem(table)) {
      if (source.kind !== 'text' || !(await wantsOtherText(name, table))) {
        return table;
      }
      const other = await askForText(name);
      if (other === undefined) {
        return undefined;
      }
      text = other;
      table = await withProgress((reading) => understand(source, other, reading));
      continue;
    }
    const current = table;
    const action = await askForAction(name, current);
    switch (action) {
      case undefined:
        return undefined;
      case 'use':
        return current;
      case 'text': {
        const other = await askForText(name);
        if (other) {
          text = other;
          table = await withProgress((reading) => understand(source, other, reading));
        }
        break;
      }
      default: {
        const choice = await changed(name, current, action);
        if (choice) {
          const chosen = await withProgress((reading) => choosePoints(current.layout, choice, reading));
          table = chosen && { ...current, choice, chosen };
        }
      }
    }
  }
}

async function understand(
  source: TableSource,
  text: TextChoice,
  reading: Reading,
): Promise<Understood | Problem> {
  const layout = await understandTable(source, text, reading);
  if (isProblem(layout)) {
    return layout;
  }
  const choice = likelyChoice(layout);
  if (isProblem(choice)) {
    return choice;
  }
  const chosen = await choosePoints(layout, choice, reading);
  return { layout, choice, chosen, rows: await firstRows(layout, reading) };
}

async function askForAction(
  name: string,
  { rows, ...table }: Understood,
): Promise<PreviewAction | undefined> {
  const items = previewLines({ ...table, firstRows: rows }).map(asItem);
  const item = await vscode.window.showQuickPick(items, {
    title: l10n.t('Points of "{0}"', name),
    placeHolder: l10n.t('Press Enter to use the points as read below.'),
    ignoreFocusOut: true,
  });
  return item && (item.action ?? 'none');
}

function asItem(line: PreviewLine): vscode.QuickPickItem & { action?: PreviewAction } {
  return 'heading' in line ? { label: line.heading, kind: vscode.QuickPickItemKind.Separator } : line;
}

/** The choice with one part of it changed by the person. */
async function changed(
  name: string,
  { layout, choice, chosen }: AcceptedTable,
  action: Exclude<PreviewAction, 'use' | 'text'>,
): Promise<PointsChoice | undefined> {
  switch (action) {
    case 'x':
    case 'y': {
      const column = await askForColumn(
        name,
        layout.columns.filter(({ kind }) => kind === 'numbers' || kind === 'rowNames'),
      );
      return column && { ...withoutScaling(choice), [action]: column };
    }
    case 'classes': {
      const none = { label: l10n.t('none') };
      const items = layout.columns
        .filter(({ values }) => (values?.length ?? 0) >= 2)
        .map((column) => ({ ...itemOf(column), description: (column.values ?? []).join(', '), column }));
      const item = await vscode.window.showQuickPick<vscode.QuickPickItem & { column?: Column }>(
        [none, ...items],
        { title: l10n.t('Column of classes in "{0}"', name) },
      );
      return item && { ...choice, classes: item.column };
    }
    case 'scaling':
      return { ...choice, scaling: chosen.scaling === 'alike' ? 'each' : 'alike' };
    case 'outliers':
      return { ...withoutScaling(choice), keepsOutliers: !choice.keepsOutliers };
    case 'show':
    case 'none':
      return undefined;
    default:
      return unreachable(action);
  }
}

/** The scaling suits the columns again. */
function withoutScaling({ x, y, classes, keepsOutliers }: PointsChoice): PointsChoice {
  return { x, y, classes, keepsOutliers };
}

function itemOf(column: Column): vscode.QuickPickItem {
  return { label: titleOf(column), description: column.examples.join('  ') };
}

async function askForColumn(name: string, columns: readonly Column[]): Promise<Column | undefined> {
  const item = await vscode.window.showQuickPick(
    columns.map((column) => ({ ...itemOf(column), column })),
    { title: l10n.t('Column of "{0}"', name) },
  );
  return item?.column;
}

/** How the text is written, as the person says. */
async function askForText(name: string): Promise<TextChoice | undefined> {
  const title = l10n.t('How "{0}" is written', name);
  const separators = SEPARATORS.map((separator) => ({ label: separatorName(separator), separator }));
  const chosen = await vscode.window.showQuickPick(separators, {
    title,
    placeHolder: l10n.t('What separates the columns?'),
  });
  if (chosen === undefined) {
    return undefined;
  }
  const signs: readonly DecimalSign[] = ['.', ','];
  const sign = await vscode.window.showQuickPick(
    signs.map((decimal) => ({ label: decimalName(decimal), decimal })),
    { title, placeHolder: l10n.t('What separates the decimals?') },
  );
  return sign && { separator: chosen.separator, decimal: sign.decimal };
}

/** Whether a person whose table cannot be used says how it is written. */
async function wantsOtherText(name: string, { message, next }: Problem): Promise<boolean> {
  const other = { label: l10n.t('Say how the table is written…'), isOther: true };
  const item = await vscode.window.showQuickPick(
    [{ label: `$(warning) ${message}`, detail: next, isOther: false }, other],
    { title: l10n.t('Points of "{0}"', name), ignoreFocusOut: true },
  );
  return item?.isOther ?? false;
}
