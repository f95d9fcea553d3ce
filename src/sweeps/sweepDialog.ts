import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import {
  describeRange,
  SPECS,
  type HyperparameterName,
  type Hyperparameters,
} from '../shared/domain/hyperparameters';
import type { GoalCondition } from '../shared/domain/lesson';
import { isQualityMeasure, MEASURES, type Measure } from '../shared/domain/measures';
import { numbersIn } from '../shared/domain/sweeps/numberList';
import { trialsOf, usualSuccess, type SweepPlan } from '../shared/domain/sweeps/plan';
import type { Result } from '../shared/result';
import { MOST_TRIALS } from '../shared/wire/sweep';
import { valueLabel } from '../shared/words/choiceLabels';
import { describeMeasure, measureName } from '../shared/words/measureWords';
import { settingName } from '../shared/words/settingName';
import { choicesOf, conditionIn, suggestedValues, valuesIn, VARIED_NAMES } from './sweepInput';

/** As many questions as the dialog has at most. */
const QUESTIONS = 5;
const FIRST_SEEDS = '1-4';
/** As far as lesson 10 lets its runs go; a longer run is a slip of the keyboard. */
const FIRST_ROUNDS = 800;
const MOST_ROUNDS = 100_000;

/**
 * Asks what to sweep over.
 *
 * @param base what the runs share
 * @returns `undefined` when the person gave up
 */
export async function askForPlan(base: Hyperparameters): Promise<SweepPlan | undefined> {
  const varied = await askForVaried(base);
  if (varied === undefined) {
    return undefined;
  }
  const seeds = await askForSeeds(base, varied);
  const rounds = seeds && (await askForRounds());
  const success = rounds && (await askForSuccess(base));
  return seeds && rounds && success
    ? { hyperparameters: base, ...(varied !== 'seed' && { varied }), seeds, rounds, success }
    : undefined;
}

type Varied = NonNullable<SweepPlan['varied']> | 'seed';

function titleOf(question: number): string {
  return l10n.t('Sweep ({0}/{1})', question, QUESTIONS);
}

async function askForVaried(base: Hyperparameters): Promise<Varied | undefined> {
  const items: (vscode.QuickPickItem & { readonly name?: HyperparameterName })[] = [
    {
      label: l10n.t('Nothing but the seed'),
      description: l10n.t('shows how much of a result is luck'),
    },
    { label: l10n.t('Hyperparameters'), kind: vscode.QuickPickItemKind.Separator },
    ...VARIED_NAMES.map((name) => ({
      label: settingName(name),
      description: valueLabel(base[name]),
      name,
    })),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: titleOf(1),
    placeHolder: l10n.t('What differs from run to run?'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (picked === undefined) {
    return undefined;
  }
  const { name } = picked;
  const values = name && (await askForValues(name, base));
  return name === undefined ? 'seed' : values && { name, values };
}

async function askForValues(
  name: HyperparameterName,
  base: Hyperparameters,
): Promise<(string | number)[] | undefined> {
  const spec = SPECS[name];
  const options = { title: titleOf(2), ignoreFocusOut: true };
  if (spec.kind === 'choice') {
    const items = choicesOf(name, base).map((value) => ({
      label: valueLabel(value),
      picked: value === base[name],
      value,
    }));
    const picked = await vscode.window.showQuickPick(items, {
      ...options,
      canPickMany: true,
      placeHolder: l10n.t('Choose the values of “{0}”.', settingName(name)),
    });
    return picked && picked.length > 0 ? picked.map(({ value }) => value) : undefined;
  }
  const typed = await vscode.window.showInputBox({
    ...options,
    prompt: l10n.t(
      'Values of “{0}”, separated by commas; each is {1}.',
      settingName(name),
      describeRange(spec),
    ),
    value: suggestedValues(spec, Number(base[name])).join(', '),
    validateInput: (text) => problemOf(valuesIn(name, text)),
  });
  const values = typed === undefined ? undefined : valuesIn(name, typed);
  return values?.ok ? values.value : undefined;
}

async function askForSeeds(base: Hyperparameters, varied: Varied): Promise<number[] | undefined> {
  const problem = (text: string): string | undefined => {
    const seeds = numbersIn(text, MOST_TRIALS);
    if (seeds === undefined) {
      return l10n.t('Write seeds as 1-4 or 1, 2, 7: at most {0}.', MOST_TRIALS);
    }
    const plan = {
      hyperparameters: base,
      ...(varied !== 'seed' && { varied }),
      seeds,
      rounds: 1,
      success: usualSuccess(base.data),
    };
    return problemOf(trialsOf(plan, MOST_TRIALS));
  };
  const typed = await vscode.window.showInputBox({
    title: titleOf(3),
    prompt: l10n.t('Seeds, one run for each: more of them say more about luck.'),
    value: FIRST_SEEDS,
    ignoreFocusOut: true,
    validateInput: problem,
  });
  return typed === undefined ? undefined : numbersIn(typed, MOST_TRIALS);
}

async function askForRounds(): Promise<number | undefined> {
  const isRounds = (text: string): boolean =>
    /^\s*\d+\s*$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_ROUNDS;
  const typed = await vscode.window.showInputBox({
    title: titleOf(4),
    prompt: l10n.t('Rounds of each run'),
    value: String(FIRST_ROUNDS),
    ignoreFocusOut: true,
    validateInput: (text) =>
      isRounds(text) ? undefined : l10n.t('Write a whole number from 1 to {0}.', MOST_ROUNDS),
  });
  return typed === undefined ? undefined : Number(typed);
}

async function askForSuccess(base: Hyperparameters): Promise<GoalCondition | undefined> {
  const usual = usualSuccess(base.data);
  const sign = usual.is === 'below' ? '<' : '>';
  const items: (vscode.QuickPickItem & { readonly measure?: Measure })[] = [
    {
      label: `${measureName(usual.measure)} ${sign} ${usual.value}`,
      description: l10n.t('as in the goals of the lessons'),
    },
    { label: l10n.t('Another bound'), kind: vscode.QuickPickItemKind.Separator },
    ...MEASURES.toSorted((a, b) => Number(isQualityMeasure(b)) - Number(isQualityMeasure(a))).map(
      (measure) => ({
        label: measureName(measure),
        detail: describeMeasure(measure) ?? '',
        measure,
      }),
    ),
  ];
  const options = { title: titleOf(QUESTIONS), ignoreFocusOut: true };
  const picked = await vscode.window.showQuickPick(items, {
    ...options,
    placeHolder: l10n.t('When is a run a success? It is judged in its last round.'),
  });
  const { measure } = picked ?? {};
  if (picked === undefined || measure === undefined) {
    return picked && usual;
  }
  const typed = await vscode.window.showInputBox({
    ...options,
    prompt: l10n.t('{0}: below ("< 0.1") or above ("> 0.25") which value?', measureName(measure)),
    value: measure === usual.measure ? `${sign} ${usual.value}` : '> ',
    validateInput: (text) => problemOf(conditionIn(measure, text)),
  });
  const condition = typed === undefined ? undefined : conditionIn(measure, typed);
  return condition?.ok ? condition.value : undefined;
}

function problemOf(result: Result<unknown>): string | undefined {
  return result.ok ? undefined : `${result.problem.message} ${result.problem.next}`;
}
