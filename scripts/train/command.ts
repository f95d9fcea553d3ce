import { availableParallelism } from 'node:os';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import * as v from 'valibot';
import {
  HYPERPARAMETER_NAMES,
  HyperparameterChangesSchema,
  PICTURE_DATA,
  POINT_DATA,
  SPECS,
  defaultsFor,
  describeRange,
  isHyperparameterName,
  isPictureData,
  valueFromText,
  withChanges,
  type HyperparameterChanges,
  type HyperparameterName,
  type Hyperparameters,
} from '../../src/shared/domain/hyperparameters';
import { GoalConditionSchema, type GoalCondition } from '../../src/shared/domain/lesson';
import { MEASURES } from '../../src/shared/domain/measures';
import { PRESETS } from '../../src/shared/domain/presets';
import { numbersIn } from '../../src/shared/domain/sweeps/numberList';
import { trialsOf, usualSuccess, type SweepPlan, type Trial } from '../../src/shared/domain/sweeps/plan';
import { failure, success, type Result } from '../../src/shared/result';
import { ALIASES } from './aliases';

/** What a person asked `npm run train` to do. */
export type Command =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'train';
      readonly hyperparameters: Hyperparameters;
      readonly rounds: number;
      /** As JSON rather than as a table. */
      readonly json: boolean;
      /** The file of the contact sheet, if one is wanted. */
      readonly sheet?: string;
    }
  | {
      readonly kind: 'sweep';
      readonly plan: SweepPlan;
      readonly runs: readonly Trial[];
      /** How many runs are trained at a time, at least 1. */
      readonly jobs: number;
      readonly json: boolean;
      /** The file of the table, if one is wanted. */
      readonly csv?: string;
    };

/** As far as the measured runs of a lesson go. */
const DEFAULT_ROUNDS = 800;
/** A run of this length takes hours; a longer one is a slip of the keyboard. */
const MOST_ROUNDS = 1_000_000;
/** Whoever trains more runs than this without a window has a script of their own. */
const MOST_RUNS = 1000;

const OPTIONS = {
  data: { type: 'string' },
  seed: { type: 'string' },
  rounds: { type: 'string' },
  preset: { type: 'string' },
  set: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
  sheet: { type: 'string' },
  seeds: { type: 'string' },
  vary: { type: 'string' },
  success: { type: 'string' },
  jobs: { type: 'string', default: String(availableParallelism()) },
  csv: { type: 'string' },
  help: { type: 'boolean', default: false },
} satisfies ParseArgsConfig['options'];

/** What a person is told who asks for help. */
export function usage(): string {
  const presets = PRESETS.map(({ id, title }) => `  ${id.padEnd(24)} ${title()}`);
  const aliases = [...ALIASES].map(([alias, name]) => `  ${alias.padEnd(24)} short for ${name}`);
  const names = HYPERPARAMETER_NAMES.map((name) => `  ${name.padEnd(28)} ${rangeOf(name)}`);
  return [
    'Trains a GAN with the engine of the lessons, without a browser, and prints what becomes of it.',
    '',
    'npm run train -- [--data NAME] [--seed NUMBER] [--rounds NUMBER] [--preset NAME] [--set NAME=VALUE]...',
    '                 [--json] [--sheet FILE.png] [--help]',
    'npm run train -- --seeds 1-20 [--vary NAME=VALUE,VALUE...] [--success MEASURE<NUMBER] [--jobs NUMBER]',
    '                 [--csv FILE] [all of the above but --seed and --sheet]',
    '',
    `Without --rounds, ${DEFAULT_ROUNDS} rounds, or as many as the preset takes. --set may be repeated.`,
    '--sheet paints what the generator gives: a row for each of the rounds of the table, and originals in the last.',
    '--seeds trains a run with each seed, and with each value of --vary, --jobs of them at a time, and prints how often',
    'they succeed and how they spread. --success says what counts: "miniFid<0.1", "convincing>0.25".',
    `Measures: ${MEASURES.join(', ')}.`,
    '',
    'Presets:',
    ...presets,
    '',
    'Hyperparameters for --set:',
    ...names,
    ...aliases,
  ].join('\n');
}

/** @param words what stands behind `npm run train --` */
export function parseCommand(words: readonly string[]): Result<Command> {
  const options = parseWords(words);
  if (!options.ok) {
    return options;
  }
  const values = options.value;
  if (values.help) {
    return success({ kind: 'help' });
  }
  const preset = PRESETS.find(({ id }) => id === values.preset);
  if (values.preset !== undefined && preset === undefined) {
    return failure(
      `There is no preset "${values.preset}".`,
      `Presets: ${PRESETS.map(({ id }) => id).join(', ')}.`,
    );
  }
  const rounds = wholeNumber(values.rounds ?? String(preset?.rounds ?? DEFAULT_ROUNDS));
  if (rounds === undefined || rounds > MOST_ROUNDS) {
    return failure(
      `"${values.rounds}" is no number of rounds.`,
      `Give a whole number from 0 to ${MOST_ROUNDS}.`,
    );
  }
  // What the person says comes last, so that it wins over the preset.
  const changes = changesOf([
    ...Object.entries(preset?.changes ?? {}).map(([name, value]) => `${name}=${value}`),
    ...(values.data === undefined ? [] : [`data=${values.data}`]),
    ...(values.seed === undefined ? [] : [`seed=${values.seed}`]),
    ...(values.set ?? []),
  ]);
  if (!changes.ok) {
    return changes;
  }
  const data = changes.value.data ?? 'portraits';
  // WebGL is a matter of browsers.
  const hyperparameters = withChanges({ ...defaultsFor(data), backend: 'cpu' }, changes.value);
  if (!hyperparameters.ok) {
    return hyperparameters;
  }
  if (values.sheet !== undefined && !isPictureData(data)) {
    return failure(
      'Points have no pictures, so there is no contact sheet.',
      'Leave out --sheet, or choose a collection of pictures.',
    );
  }
  if (values.seeds !== undefined) {
    return sweepOf({ ...values, seeds: values.seeds }, hyperparameters.value, rounds);
  }
  return success({
    kind: 'train',
    hyperparameters: hyperparameters.value,
    rounds,
    json: values.json,
    ...(values.sheet === undefined ? {} : { sheet: values.sheet }),
  });
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; strict: true }>>['values'];

/** A run with each seed, and with each value of what is varied. */
function sweepOf(
  values: Values & { readonly seeds: string },
  hyperparameters: Hyperparameters,
  rounds: number,
): Result<Command> {
  const seeds = numbersIn(values.seeds, MOST_RUNS);
  if (seeds === undefined || values.seed !== undefined || values.sheet !== undefined) {
    return failure(
      seeds === undefined
        ? `"${values.seeds}" is no list of at most ${MOST_RUNS} seeds.`
        : '--seeds trains several runs, so there is neither one --seed nor one --sheet.',
      'Say it so: --seeds 1-20 or --seeds 1,2,7.',
    );
  }
  const jobs = wholeNumber(values.jobs);
  if (jobs === undefined || jobs < 1) {
    return failure(`"${values.jobs}" is no number of jobs.`, 'Give a whole number from 1 on.');
  }
  const varied = values.vary === undefined ? success(undefined) : variedOf(values.vary);
  if (!varied.ok) {
    return varied;
  }
  const condition =
    values.success === undefined ? success(usualSuccess(hyperparameters.data)) : conditionOf(values.success);
  if (!condition.ok) {
    return condition;
  }
  if (rounds === 0) {
    return failure('Nothing is trained in 0 rounds.', 'Give at least --rounds 1.');
  }
  const plan: SweepPlan = {
    hyperparameters,
    ...(varied.value && { varied: varied.value }),
    seeds,
    rounds,
    success: condition.value,
  };
  const runs = trialsOf(plan, MOST_RUNS);
  return runs.ok
    ? success({
        kind: 'sweep',
        plan,
        runs: runs.value,
        jobs,
        json: values.json,
        ...(values.csv === undefined ? {} : { csv: values.csv }),
      })
    : runs;
}

/** The values of "name=value,value", each of which can be. */
function variedOf(text: string): Result<SweepPlan['varied']> {
  const separator = text.indexOf('=');
  const [word, list] = [text.slice(0, Math.max(0, separator)), text.slice(separator + 1)];
  const name = ALIASES.get(word) ?? word;
  const texts = [...new Set(list.split(','))];
  for (const value of texts) {
    const change = changeOf(separator < 0 ? text : `${word}=${value}`);
    if (!change.ok) {
      return change;
    }
  }
  return isHyperparameterName(name)
    ? success({ name, values: texts.map((value) => valueFromText(name, value)) })
    : failure(`There is no hyperparameter "${word}".`, '--help lists them.');
}

/** The condition of "measure<number" or "measure>number". */
function conditionOf(text: string): Result<GoalCondition> {
  const [, measure, sign, value] = /^\s*(\w+)\s*([<>])\s*(\S+)\s*$/.exec(text) ?? [];
  const condition = v.safeParse(GoalConditionSchema, {
    measure,
    is: sign === '<' ? 'below' : 'above',
    value: Number(value),
  });
  return condition.success
    ? success(condition.output)
    : failure(
        `"${text}" is not of the form MEASURE<NUMBER or MEASURE>NUMBER.`,
        `Measures: ${MEASURES.join(', ')}.`,
      );
}

function parseWords(words: readonly string[]): Result<Values> {
  try {
    const { values } = parseArgs({ args: [...words], options: OPTIONS, strict: true });
    return success(values);
  } catch (error) {
    const options = Object.keys(OPTIONS).map((name) => `--${name}`);
    const message = error instanceof Error ? error.message : String(error);
    return failure(message, `Options: ${options.join(', ')}. --help says more.`);
  }
}

/** The hyperparameters of all "name=value", the last one of a name; whether they go together is not looked at. */
function changesOf(assignments: readonly string[]): Result<HyperparameterChanges> {
  let changes: HyperparameterChanges = {};
  for (const assignment of assignments) {
    const change = changeOf(assignment);
    if (!change.ok) {
      return change;
    }
    changes = { ...changes, ...change.value };
  }
  return success(changes);
}

/** The hyperparameter of "name=value", which must be one of its values. */
function changeOf(assignment: string): Result<HyperparameterChanges> {
  const separator = assignment.indexOf('=');
  const word = assignment.slice(0, Math.max(0, separator));
  const text = assignment.slice(separator + 1);
  const name = ALIASES.get(word) ?? word;
  if (separator < 0 || !isHyperparameterName(name)) {
    const names = [...HYPERPARAMETER_NAMES, ...ALIASES.keys()].join(', ');
    return failure(
      separator < 0
        ? `"${assignment}" is not of the form NAME=VALUE.`
        : `There is no hyperparameter "${word}".`,
      `Hyperparameters: ${names}.`,
    );
  }
  const change = v.safeParse(HyperparameterChangesSchema, { [name]: valueFromText(name, text) });
  return change.success && isAvailable(name, text)
    ? success(change.output)
    : failure(`"${text}" is no value of ${name} here.`, `${name} is ${rangeOf(name)}.`);
}

/** Collections of the learner's own come from a lesson, and WebGL is a matter of browsers. */
const AVAILABLE: ReadonlyMap<HyperparameterName, readonly string[]> = new Map([
  ['data', [...PICTURE_DATA, ...POINT_DATA]],
  ['backend', ['cpu']],
]);

function isAvailable(name: HyperparameterName, text: string): boolean {
  return AVAILABLE.get(name)?.includes(text) ?? true;
}

/** What a value must be, in words. */
function rangeOf(name: HyperparameterName): string {
  const choices = AVAILABLE.get(name);
  return choices === undefined ? describeRange(SPECS[name]) : `one of ${choices.join(', ')}`;
}

function wholeNumber(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
