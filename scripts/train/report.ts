import { changedNames, defaultsFor } from '../../src/shared/domain/hyperparameters';
import type { MeasuredRound, TrainedRun } from './trainedRun';

interface Column {
  readonly head: string;
  /** `undefined` for what was not measured in that round. */
  readonly cell: (measured: MeasuredRound) => string | undefined;
}

const COLUMNS: readonly Column[] = [
  { head: 'round', cell: ({ round }) => String(round) },
  { head: 'mini-FID', cell: ({ quality }) => quality?.miniFid.toFixed(3) },
  { head: 'sliced W.', cell: ({ quality }) => quality?.slicedWasserstein?.toFixed(3) },
  {
    head: 'eff. modes',
    cell: ({ quality }) =>
      quality?.effectiveModes === undefined
        ? undefined
        : `${quality.effectiveModes.toFixed(1)} of ${quality.modes}`,
  },
  { head: 'convincing', cell: ({ quality }) => percent(quality?.convincing) },
  { head: 'fine detail', cell: ({ quality }) => quality?.fineDetail?.toFixed(2) },
  { head: 'copied', cell: ({ quality }) => percent(quality?.memorisationGap) },
  { head: 'JS (bits)', cell: ({ quality }) => quality?.jensenShannon?.toFixed(3) },
  { head: '|D - D*|', cell: ({ quality }) => quality?.optimalGap?.toFixed(3) },
  { head: 'D on real', cell: ({ metrics }) => percent(metrics?.accuracyOnReal) },
  { head: 'D on fake', cell: ({ metrics }) => percent(metrics?.accuracyOnFake) },
  { head: 'loss D', cell: ({ metrics }) => metrics?.discriminatorLoss.toFixed(3) },
  { head: 'loss G', cell: ({ metrics }) => metrics?.generatorLoss.toFixed(3) },
];

export function percent(share: number | undefined): string | undefined {
  return share === undefined ? undefined : `${Math.round(100 * share)} %`;
}

/** Rows of words as columns that stand in line, on the right. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '));
}

function roundsPerSecond({ rounds, trainingSeconds }: TrainedRun): number | undefined {
  return rounds === 0 ? undefined : rounds / trainingSeconds;
}

/** A run for a person to read: what was trained, its metrics from round to round, and the diagnosis. */
export function describeRun(run: TrainedRun): string {
  const { hyperparameters: h, measured, findings } = run;
  const changes = changedNames(defaultsFor(h.data), { ...h, backend: defaultsFor(h.data).backend })
    .filter((name) => name !== 'seed')
    .map((name) => `${name} ${h[name]}`);
  const speed = roundsPerSecond(run);
  const problems = findings.map(
    ({ problem, evidence, fixes }) =>
      `${problem}: ${evidence}` + fixes.map((fix) => `\n  fix: ${JSON.stringify(fix)}`).join(''),
  );
  return [
    `${h.data}, seed ${h.seed}: ${changes.length === 0 ? 'the recipe' : `the recipe with ${changes.join(', ')}`}`,
    `${run.generatorParameters} parameters in the generator, ${run.discriminatorParameters} in the discriminator`,
    '',
    ...table([
      COLUMNS.map(({ head }) => head),
      ...measured.map((round) => COLUMNS.map(({ cell }) => cell(round) ?? '-')),
    ]),
    '',
    ...(run.notFiniteAt === undefined ? [] : [`Stopped at the last good round, ${run.rounds}.`]),
    ...(problems.length === 0 ? ['Nothing is wrong with this run, as far as can be told.'] : problems),
    ...(speed === undefined
      ? []
      : [`${run.rounds} rounds in ${run.trainingSeconds.toFixed(1)} s: ${speed.toFixed(0)} a second`]),
  ].join('\n');
}

/** The same for a program. Two equal runs differ in `roundsPerSecond` only. */
export function runAsJson(run: TrainedRun): string {
  const { hyperparameters, generatorParameters, discriminatorParameters, rounds, measured, findings } = run;
  return JSON.stringify(
    {
      hyperparameters,
      generatorParameters,
      discriminatorParameters,
      rounds,
      ...(run.notFiniteAt !== undefined && { notFiniteAt: run.notFiniteAt }),
      metrics: measured.map(({ round, metrics, quality }) => ({ ...quality, ...metrics, round })),
      diagnosis: findings,
      roundsPerSecond: roundsPerSecond(run),
    },
    undefined,
    2,
  );
}
