import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import {
  changedNames,
  HyperparametersSchema,
  isHyperparameterName,
  SPECS,
} from '../shared/domain/hyperparameters';
import { experimentFor, hyperparametersOf, type Goal, type Lesson } from '../shared/domain/lesson';
import { measureName } from '../shared/words/measureWords';
import type { Measure } from '../shared/domain/measures';
import type { RunFacts } from '../shared/domain/progress';
import { unreachable } from '../shared/result';

/** Digits of a measured value that people read; programs read all of them in the block of the report. */
const DIGITS = 3;

/** A measured value as people read it. */
export function valueText(value: number): string {
  return String(Number(value.toPrecision(DIGITS)));
}

/** What was measured, with its value. */
export function measuredText({
  measure,
  value,
}: {
  readonly measure: Measure;
  readonly value: number;
}): string {
  return l10n.t('{0}: {1}', measureName(measure), valueText(value));
}

/** What did the computing. */
export function backendText(backend: RunFacts['backend']): string {
  switch (backend) {
    case 'cpu':
      return l10n.t('Trained on the processor');
    case 'webgl':
      return l10n.t('Trained on the graphics card');
    default:
      return unreachable(backend);
  }
}

/** How the run that reached a goal differed from the one that the lesson proposes: a line for each difference. */
export function differencesText(lesson: Lesson, goal: Goal, facts: RunFacts): string[] {
  const told = hyperparametersOf(lesson, experimentFor(lesson, goal), facts.backend);
  const beginning = v.safeParse(HyperparametersSchema, { ...facts.hyperparameters, backend: facts.backend });
  const seed = l10n.t('Seed: {0}', String(facts.hyperparameters['seed'] ?? '?'));
  if (!beginning.success) {
    return [seed, ...Object.entries(facts.hyperparameters).map(([name, value]) => `${name}: ${value}`)];
  }
  const changed = changedNames(told, beginning.output)
    .filter((name) => name !== 'seed')
    .map((name) => settingText(name, beginning.output[name]));
  const later = facts.changes.flatMap(({ position, changes }) =>
    Object.entries(changes).map(([name, value]) =>
      l10n.t('From round {0} on: {1}', position.round + 1, settingText(name, value)),
    ),
  );
  return [seed, ...changed, ...later];
}

function settingText(name: string, value: string | number): string {
  const label = isHyperparameterName(name) ? `${SPECS[name].label()} (${name})` : name;
  return `${label}: ${value}`;
}
