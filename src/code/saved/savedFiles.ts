import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { CountSchema } from '../../shared/domain/numbers';
import { missingCollection, type OwnCollection } from '../../shared/domain/collection';
import { HyperparametersSchema, isOwnData, type Hyperparameters } from '../../shared/domain/hyperparameters';
import { damagedCheckpoint, unpackCheckpoint } from '../../shared/wire/checkpointFile';
import { success, type Result } from '../../shared/result';
import type { Pace } from '../../collections/pace';
import { samplesOf } from '../samples';
import { encodeNotebook } from './notebook';
import { encodeNpz } from './npz';
import { savedCollection, shownLatent } from './originals';
import { COLLECTION_FILE, programText, savedProgram, WEIGHTS_FILE } from './pytorchProgram';
import { encodeSafetensors } from './safetensors';
import { stateTensors, type EngineTensors } from './weights';

/** What of a checkpoint's header a program needs, as the engine writes it. */
const HeaderSchema = v.object({
  hyperparameters: HyperparametersSchema,
  completeRounds: CountSchema,
  generatorSteps: CountSchema,
  discriminatorSteps: CountSchema,
  tensors: v.object({
    generator: v.array(CountSchema),
    averagedGenerator: v.array(CountSchema),
    generatorMoments: v.array(CountSchema),
    averagedGeneratorMoments: v.array(CountSchema),
    generatorOptimizer: v.array(CountSchema),
    discriminator: v.array(CountSchema),
    discriminatorSpectral: v.array(CountSchema),
    discriminatorOptimizer: v.array(CountSchema),
  }),
});

/** The state of a run between two rounds. */
interface RunState {
  readonly hyperparameters: Hyperparameters;
  readonly round: number;
  readonly steps: { readonly generator: number; readonly discriminator: number };
  readonly tensors: EngineTensors;
}

/** A file by its name. */
export type ProgramFiles = ReadonlyMap<string, Uint8Array>;

/** What a run's code is made of. */
export interface ProgramSource {
  /** Of a run that has no checkpoint yet. */
  readonly hyperparameters: Hyperparameters;
  readonly checkpoint: Uint8Array | undefined;
  readonly own: OwnCollection | undefined;
  /** How long the program trains, where nothing else is asked for. */
  readonly rounds: number;
}

/**
 * The program of a run in PyTorch and all that it needs to run: a file and a notebook, the collection, the weights if the
 * run has some, and what to do with it.
 *
 * @throws ReadingCancelled
 */
export async function savedFiles(parts: ProgramSource, pace: Pace): Promise<Result<ProgramFiles>> {
  const state = parts.checkpoint && stateOf(parts.checkpoint);
  if (state?.ok === false) {
    return state;
  }
  const h = state?.value.hyperparameters ?? parts.hyperparameters;
  if (isOwnData(h.data) && parts.own?.data !== h.data) {
    return { ok: false, problem: missingCollection(h.data) };
  }
  const { arrays, modes } = await savedCollection(h, parts.own, pace);
  const samples = samplesOf(h, modes);
  const names = samples.classes > 0 ? (parts.own?.labels?.names ?? []) : [];
  const program = savedProgram(h, samples, names, parts.rounds);
  const readme = describe(h, state?.value.round);
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  const files = new Map([
    ['gan.py', text(programText(program))],
    ['gan.ipynb', text(encodeNotebook(readme, program))],
    [COLLECTION_FILE, encodeNpz(arrays)],
    ['README.md', text(readme)],
  ]);
  if (state) {
    const { tensors, steps, round } = state.value;
    files.set(
      WEIGHTS_FILE,
      encodeSafetensors([...stateTensors(h, samples, tensors, steps), shownLatent(h, samples.classes)], {
        round: String(round),
      }),
    );
  }
  return success(files);
}

function stateOf(checkpoint: Uint8Array): Result<RunState> {
  const unpacked = unpackCheckpoint(checkpoint);
  if (!unpacked.ok) {
    return unpacked;
  }
  const header = v.safeParse(HeaderSchema, jsonOf(unpacked.value.header));
  if (!header.success) {
    return damagedCheckpoint();
  }
  const { hyperparameters, completeRounds, generatorSteps, discriminatorSteps, tensors } = header.output;
  const { floats } = unpacked.value;
  let offset = 0;
  const take = (lengths: readonly number[]): Float32Array[] =>
    lengths.map((length) => floats.slice(offset, (offset += length)));
  return success({
    hyperparameters,
    round: completeRounds,
    steps: { generator: generatorSteps, discriminator: discriminatorSteps },
    // In the order of the file.
    tensors: {
      generator: take(tensors.generator),
      averagedGenerator: take(tensors.averagedGenerator),
      generatorMoments: take(tensors.generatorMoments),
      averagedGeneratorMoments: take(tensors.averagedGeneratorMoments),
      generatorOptimizer: take(tensors.generatorOptimizer),
      discriminator: take(tensors.discriminator),
      discriminatorSpectral: take(tensors.discriminatorSpectral),
      discriminatorOptimizer: take(tensors.discriminatorOptimizer),
    },
  });
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** What the files are and how they are run, in Markdown. */
function describe({ data, seed }: Hyperparameters, round: number | undefined): string {
  const code = (...commands: readonly string[]): string => ['```sh', ...commands, '```'].join('\n');
  return [
    `# ${l10n.t('A GAN on {0}, seed {1}', data, seed)}`,
    l10n.t('It needs Python 3.9, PyTorch (1.13 or newer; 2 on graphics processors) and NumPy:'),
    code('pip install torch numpy', 'python gan.py'),
    l10n.t(
      'The program trains from first weights, prints the losses and leaves eight samples. It is the recipe of the run with the random numbers of PyTorch, so it is another run of it. The real samples and their classes are in {0}.',
      `\`${COLLECTION_FILE}\``,
    ),
    ...(round === undefined
      ? []
      : [
          l10n.t(
            'It can also continue the run from round {0}; networks and optimizers are in {1}. With 0 rounds it only makes the samples that the run showed.',
            round,
            `\`${WEIGHTS_FILE}\``,
          ),
          code(`python gan.py --weights ${WEIGHTS_FILE} --rounds 0`),
        ]),
    l10n.t(
      'Several processes or graphics processors share each batch. On a cluster, start the same line on each machine, with the address of the first (see the documentation of torchrun). Batch normalisation uses the share of its own process.',
    ),
    code('torchrun --nproc_per_node=2 gan.py'),
    l10n.t('{0} is the same program as a notebook.', '`gan.ipynb`'),
    '',
  ].join('\n\n');
}
