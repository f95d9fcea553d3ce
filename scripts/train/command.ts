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
import { PRESETS } from '../../src/shared/domain/presets';
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
    };

/** As far as the measured runs of a lesson go. */
const DEFAULT_ROUNDS = 800;
/** A run of this length takes hours; a longer one is a slip of the keyboard. */
const MOST_ROUNDS = 1_000_000;

const OPTIONS = {
  data: { type: 'string' },
  seed: { type: 'string' },
  rounds: { type: 'string' },
  preset: { type: 'string' },
  set: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
  sheet: { type: 'string' },
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
    '',
    `Without --rounds, ${DEFAULT_ROUNDS} rounds, or as many as the preset takes. --set may be repeated.`,
    '--sheet paints what the generator gives: a row for each of the rounds of the table, and originals in the last.',
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
  return success({
    kind: 'train',
    hyperparameters: hyperparameters.value,
    rounds,
    json: values.json,
    ...(values.sheet === undefined ? {} : { sheet: values.sheet }),
  });
}

function parseWords(
  words: readonly string[],
): Result<ReturnType<typeof parseArgs<{ options: typeof OPTIONS; strict: true }>>['values']> {
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
