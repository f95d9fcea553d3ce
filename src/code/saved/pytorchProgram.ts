import * as l10n from '@vscode/l10n';
import type { Hyperparameters } from '../../shared/domain/hyperparameters';
import { optimizersOf } from '../optimizers';
import { textOf, type CodeLine } from '../program';
import { optimizerLines } from '../pytorch';
import { networkLines } from '../pytorch/networks';
import { loopLines } from '../pytorch/round';
import type { SampleKind } from '../samples';
import { slotNames } from './weights';

/** Names of the files that a saved program lies among. */
export const COLLECTION_FILE = 'collection.npz';
export const WEIGHTS_FILE = 'weights.safetensors';

/** A part of a program: a cell of a notebook. */
export interface ProgramPart {
  readonly title: string;
  readonly text: string;
}

/**
 * The program of a run that runs as it is saved: it reads its collection, can go on from the run's weights, trains in as
 * many processes as it is started in, and leaves pictures or points.
 *
 * @param classNames what the classes of a conditional pair are called; empty where nobody has named them
 * @param rounds how long it trains, where nothing else is asked for
 */
export function savedProgram(
  h: Hyperparameters,
  samples: SampleKind,
  classNames: readonly string[],
  rounds: number,
): ProgramPart[] {
  return [
    { title: l10n.t('Start'), text: start(h, rounds) },
    { title: l10n.t('The collection'), text: collection(samples, classNames) },
    { title: l10n.t('The networks'), text: lines(networkLines(h, samples)) },
    { title: l10n.t('The optimizers'), text: lines(optimizerLines(h)) + averaged(h) },
    { title: l10n.t('The weights of the run'), text: restoring(h) },
    { title: l10n.t('Training'), text: training(h, samples) },
    { title: l10n.t('What the generator makes'), text: result(h, samples) },
  ];
}

/** All of a program in one file. */
export function programText(parts: readonly ProgramPart[]): string {
  return parts.map(({ text }) => text.trim()).join('\n\n') + '\n';
}

function lines(code: readonly CodeLine[]): string {
  return textOf(code).trim();
}

function start(h: Hyperparameters, rounds: number): string {
  return `
import argparse
import copy
import json
import os
import struct
import zlib

import numpy as np
import torch
import torch.distributed as dist
import torch.nn.functional as F
from torch import nn
from torch.nn.parallel import DistributedDataParallel
${h.discriminatorNormalization === 'spectral' ? 'from torch.nn.utils.parametrizations import spectral_norm\n' : ''}
parser = argparse.ArgumentParser()
parser.add_argument("--weights", help="${l10n.t('continue from these weights')}")
parser.add_argument("--rounds", type=int, default=${rounds})
arguments, _ = parser.parse_known_args()

# ${l10n.t('torchrun starts several processes; each takes its share of every batch')}
rank, processes = int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))
share = slice(rank, None, processes)
if torch.cuda.is_available():
    torch.cuda.set_device(int(os.environ.get("LOCAL_RANK", 0)))
    torch.set_default_device("cuda")
if processes > 1:
    assert ${h.batchSize} % processes == 0, "${l10n.t('each process takes as much of a batch')}"
    dist.init_process_group("nccl" if torch.cuda.is_available() else "gloo")

torch.manual_seed(${h.seed})
`;
}

function collection({ classes }: SampleKind, names: readonly string[]): string {
  const named = names.length > 0 ? `\n# ${names.map((name, index) => `${index} ${name}`).join(', ')}` : '';
  return `
collection = np.load("${COLLECTION_FILE}")
originals = torch.from_numpy(collection["originals"]).to(torch.get_default_dtype())
${classes > 0 ? `classes = F.one_hot(torch.from_numpy(collection["classes"]).long(), ${classes}).float()${named}\n` : ''}
if torch.cuda.is_available():
    originals = originals.cuda()
${classes > 0 ? '    classes = classes.cuda()\n' : ''}`;
}

function averaged(h: Hyperparameters): string {
  return h.averageDecay > 0
    ? `\nshown = copy.deepcopy(generator)  # ${l10n.t('its average is what is shown')}`
    : '\nshown = generator';
}

function restoring(h: Hyperparameters): string {
  const { discriminator, generator } = optimizersOf(h);
  const slots = (names: readonly string[]): string =>
    `(${names.map((name) => `"${name}"`).join(', ')}${names.length === 1 ? ',' : ''})`;
  const shown = h.averageDecay > 0 ? ', ("shown", shown)' : '';
  return `
def read_safetensors(path):
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = file.read()
    facts = header.pop("__metadata__")
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        values = np.frombuffer(data[begin:end], "<f4").reshape(entry["shape"])
        tensors[name] = torch.from_numpy(values.copy())
    return facts, tensors


def restore_optimizer(name, optimizer, network, slots):
    for key, weight in network.named_parameters():
        state = {slot: tensors[f"{name}.{slot}.{key}"].to(weight.device) for slot in slots}
        if "exp_avg" in state or "square_avg" in state:
            state["step"] = tensors[f"{name}.steps"][0].clone()
        optimizer.state[weight].update(state)


first_round = 0
tensors = {}
if arguments.weights:
    facts, tensors = read_safetensors(arguments.weights)
    first_round = int(facts["round"])
    for name, network in (("generator", generator), ("discriminator", discriminator)${shown}):
        prefix = name + "."
        own = {key[len(prefix):]: value for key, value in tensors.items() if key.startswith(prefix)}
        network.load_state_dict(own, strict=False)
    restore_optimizer("optimizer_g", optimizer_g, generator, ${slots(slotNames(generator.kind))})
    restore_optimizer("optimizer_d", optimizer_d, discriminator, ${slots(slotNames(discriminator.kind))})

if processes > 1:
    generator = DistributedDataParallel(generator, broadcast_buffers=False)
    discriminator = DistributedDataParallel(discriminator, broadcast_buffers=False)
`;
}

function training(h: Hyperparameters, samples: SampleKind): string {
  const loop = loopLines(h, samples, {
    rounds: 'range(first_round, first_round + arguments.rounds)',
    share: '[share]',
  });
  return `
def report(round_index, *losses):
    losses = torch.stack([loss.detach() for loss in losses])
    if processes > 1:
        dist.all_reduce(losses)
    if rank == 0:
        print(round_index, *(losses / processes).tolist())


${lines(loop)}
`;
}

function result(h: Hyperparameters, samples: SampleKind): string {
  const { classes } = samples;
  const isPicture = samples.kind === 'pictures';
  const noise = h.latentDistribution === 'normal' ? 'torch.randn' : '2 * torch.rand';
  const drawn = `${noise}(8, ${h.latentSize})${h.latentDistribution === 'normal' ? '' : ' - 1'}`;
  const ordered =
    classes > 0
      ? `torch.cat([${drawn}, F.one_hot(torch.arange(8) % ${classes}, ${classes}).float()], 1)`
      : drawn;
  const saving = isPicture
    ? `
def save_png(path, pictures):
    row = torch.cat(list(pictures.expand(-1, 3, -1, -1)), 2).permute(1, 2, 0)  # ${l10n.t('side by side')}
    pixels = ((row + 1) * 127.5).round().clamp(0, 255).to(torch.uint8).cpu().numpy()
    height, width, _ = pixels.shape

    def chunk(kind, content):
        checksum = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + checksum

    lines = b"".join(b"\\0" + line.tobytes() for line in pixels)
    with open(path, "wb") as file:
        file.write(b"\\x89PNG\\r\\n\\x1a\\n")
        file.write(chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)))
        file.write(chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b""))

`
    : '';
  const written = isPicture
    ? 'save_png("samples.png", samples)'
    : 'np.savetxt("samples.csv", samples.cpu().numpy(), delimiter=",")';
  return `${saving}
# ${l10n.t('Eight samples to look at; those of the run come from the noise that it shows')}
latent = tensors.get("latent", ${ordered}).to(originals.device)
with torch.no_grad():
    samples = shown.eval()(latent).detach()
if rank == 0:
    ${written}
if processes > 1:
    dist.destroy_process_group()
`;
}
