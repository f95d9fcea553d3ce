import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { failure, success, type Result } from '../../result';
import { checkTogether } from './combination';
import { channelsOf, OWN_DATA, type OwnData } from '../dataSets';
import type { HyperparameterName, Hyperparameters } from './hyperparameters';
import { SPECS, type ChoiceSpec, type NumberSpec } from './specs';

/** What a value must be, in words: "a whole number from 1 to 128". */
export function describeRange(spec: NumberSpec | ChoiceSpec<string | number>): string {
  if (spec.kind === 'choice') {
    return l10n.t('one of {0}', spec.choices.join(', '));
  }
  return spec.integer
    ? l10n.t('a whole number from {0} to {1}', spec.minimum, spec.maximum)
    : l10n.t('a number from {0} to {1}', spec.minimum, spec.maximum);
}

function numberSchema(spec: NumberSpec): v.GenericSchema<number> {
  const message = (): string => l10n.t('{0} must be {1}.', spec.label(), describeRange(spec));
  return v.pipe(
    v.number(message),
    v.finite(message),
    v.check((value) => !spec.integer || Number.isInteger(value), message),
    v.minValue(spec.minimum, message),
    v.maxValue(spec.maximum, message),
  );
}

function choiceSchema<const T extends string | number>(spec: ChoiceSpec<T>): v.GenericSchema<T> {
  return v.picklist(spec.choices, () => l10n.t('{0} must be {1}.', spec.label(), describeRange(spec)));
}

const entries = {
  data: choiceSchema(SPECS.data),
  pictureSize: choiceSchema(SPECS.pictureSize),
  collectionSize: numberSchema(SPECS.collectionSize),
  seed: numberSchema(SPECS.seed),
  batchSize: numberSchema(SPECS.batchSize),
  backend: choiceSchema(SPECS.backend),
  conditional: choiceSchema(SPECS.conditional),
  latentSize: numberSchema(SPECS.latentSize),
  latentDistribution: choiceSchema(SPECS.latentDistribution),
  generatorNetwork: choiceSchema(SPECS.generatorNetwork),
  generatorWidth: numberSchema(SPECS.generatorWidth),
  generatorDepth: numberSchema(SPECS.generatorDepth),
  generatorActivation: choiceSchema(SPECS.generatorActivation),
  generatorNormalization: choiceSchema(SPECS.generatorNormalization),
  generatorOptimizer: choiceSchema(SPECS.generatorOptimizer),
  generatorLearningRate: numberSchema(SPECS.generatorLearningRate),
  generatorBeta1: numberSchema(SPECS.generatorBeta1),
  generatorBeta2: numberSchema(SPECS.generatorBeta2),
  generatorSteps: numberSchema(SPECS.generatorSteps),
  averageDecay: numberSchema(SPECS.averageDecay),
  discriminatorNetwork: choiceSchema(SPECS.discriminatorNetwork),
  discriminatorWidth: numberSchema(SPECS.discriminatorWidth),
  discriminatorDepth: numberSchema(SPECS.discriminatorDepth),
  discriminatorActivation: choiceSchema(SPECS.discriminatorActivation),
  discriminatorNormalization: choiceSchema(SPECS.discriminatorNormalization),
  discriminatorOptimizer: choiceSchema(SPECS.discriminatorOptimizer),
  discriminatorLearningRate: numberSchema(SPECS.discriminatorLearningRate),
  discriminatorBeta1: numberSchema(SPECS.discriminatorBeta1),
  discriminatorBeta2: numberSchema(SPECS.discriminatorBeta2),
  discriminatorSteps: numberSchema(SPECS.discriminatorSteps),
  loss: choiceSchema(SPECS.loss),
  r1Weight: numberSchema(SPECS.r1Weight),
  r1Interval: numberSchema(SPECS.r1Interval),
  gradientPenaltyWeight: numberSchema(SPECS.gradientPenaltyWeight),
  weightClip: numberSchema(SPECS.weightClip),
  labelSmoothing: numberSchema(SPECS.labelSmoothing),
  instanceNoise: numberSchema(SPECS.instanceNoise),
} satisfies { [K in HyperparameterName]: v.GenericSchema<unknown, Hyperparameters[K]> };

/** Accepts a complete and valid set of hyperparameters and nothing else. */
export const HyperparametersSchema = v.strictObject(entries);

/** Accepts some of the hyperparameters, each valid on its own: what a lesson or a link sets. */
export const HyperparameterChangesSchema = v.partial(HyperparametersSchema);

export type HyperparameterChanges = v.InferOutput<typeof HyperparameterChangesSchema>;

export function isHyperparameterName(name: string): name is HyperparameterName {
  return Object.hasOwn(SPECS, name);
}

/** All names, in the order of the table. */
export const HYPERPARAMETER_NAMES: readonly HyperparameterName[] =
  Object.keys(SPECS).filter(isHyperparameterName);

/** The measured recipe for pictures; every run starts from it or from {@link POINT_DEFAULTS}. */
export const PICTURE_DEFAULTS: Hyperparameters = v.parse(
  HyperparametersSchema,
  Object.fromEntries(HYPERPARAMETER_NAMES.map((name) => [name, SPECS[name].initial])),
);

/** The measured recipe for points on the plane: all eight Gaussians are covered by round 800. */
export const POINT_DEFAULTS: Hyperparameters = {
  ...PICTURE_DEFAULTS,
  data: 'eightGaussians',
  batchSize: 128,
  latentSize: 4,
  generatorNetwork: 'dense',
  generatorWidth: 64,
  generatorDepth: 2,
  generatorLearningRate: 5e-3,
  // The average of several moments would hide a generator that hops from mode to mode.
  averageDecay: 0,
  discriminatorNetwork: 'dense',
  discriminatorWidth: 64,
  discriminatorDepth: 2,
  discriminatorLearningRate: 5e-3,
  r1Weight: 0.1,
};

export function isPictureData(data: Hyperparameters['data']): boolean {
  return channelsOf(data) !== undefined;
}

/** Whether a run on this data needs a collection that the learner has brought along. */
export function isOwnData(data: Hyperparameters['data']): data is OwnData {
  return OWN_DATA.some((name) => name === data);
}

/** The recipe that a run on this data starts from. */
export function defaultsFor(data: Hyperparameters['data']): Hyperparameters {
  return { ...(isPictureData(data) ? PICTURE_DEFAULTS : POINT_DEFAULTS), data };
}

/**
 * `current` where it fits this data, else the recipe of the data with the seed and the backend of `current`: what fits
 * pictures does not fit points.
 *
 * @param data absent: that of `current`
 */
export function recipeOfData(
  current: Hyperparameters,
  data: Hyperparameters['data'] = current.data,
): Hyperparameters {
  return isPictureData(data) === isPictureData(current.data)
    ? { ...current, data }
    : { ...defaultsFor(data), seed: current.seed, backend: current.backend };
}

/**
 * `current` with one hyperparameter changed. Going from pictures to points or back takes the other recipe along. Fails
 * when the value cannot be, and when it does not go together with the others.
 */
export function withValue(
  current: Hyperparameters,
  name: HyperparameterName,
  value: unknown,
): Result<Hyperparameters> {
  const parsed = v.safeParse(HyperparametersSchema, { ...current, [name]: value });
  return parsed.success
    ? together(current, parsed.output)
    : failure(parsed.issues[0].message, l10n.t('Still using {0}.', String(current[name])));
}

/** `current` with several hyperparameters changed at once; see {@link withValue}. */
export function withChanges(
  current: Hyperparameters,
  changes: HyperparameterChanges,
): Result<Hyperparameters> {
  const parsed = v.safeParse(HyperparametersSchema, { ...current, ...changes });
  return parsed.success
    ? together(current, parsed.output)
    : failure(parsed.issues[0].message, l10n.t('The run continues.'));
}

/**
 * Going from pictures to points or back takes the other recipe along,
 * because networks of the one cannot work on the other.
 */
function together(current: Hyperparameters, changed: Hyperparameters): Result<Hyperparameters> {
  if (isPictureData(changed.data) !== isPictureData(current.data)) {
    return success(recipeOfData({ ...current, seed: changed.seed, backend: changed.backend }, changed.data));
  }
  const problem = checkTogether(changed, isPictureData(changed.data));
  return problem === undefined ? success(changed) : { ok: false, problem };
}

/** The names whose values differ. */
export function changedNames(a: Hyperparameters, b: Hyperparameters): HyperparameterName[] {
  return HYPERPARAMETER_NAMES.filter((name) => a[name] !== b[name]);
}

/** What has to be changed in `a` to get `b`. */
export function changesBetween(a: Hyperparameters, b: Hyperparameters): HyperparameterChanges {
  return v.parse(
    HyperparameterChangesSchema,
    Object.fromEntries(changedNames(a, b).map((name) => [name, b[name]])),
  );
}

/** The names whose values differ and that a running net cannot take over. */
export function namesThatNeedRestart(a: Hyperparameters, b: Hyperparameters): HyperparameterName[] {
  return changedNames(a, b).filter((name) => SPECS[name].change === 'restart');
}

/** `running` with everything from `wanted` that a running net can take over. */
export function withLiveChanges(running: Hyperparameters, wanted: Hyperparameters): Hyperparameters {
  const live = changedNames(running, wanted).filter((name) => SPECS[name].change === 'live');
  return v.parse(HyperparametersSchema, {
    ...running,
    ...Object.fromEntries(live.map((name) => [name, wanted[name]])),
  });
}
