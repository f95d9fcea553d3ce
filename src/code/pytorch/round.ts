import * as l10n from '@vscode/l10n';
import type { Hyperparameters } from '../../shared/domain/hyperparameters';
import type { Phase } from '../../shared/domain/phases';
import { LOSS_FACTS } from '../../shared/domain/losses';
import { hintsComment, noSteps, phaseHeading } from '../headings';
import { indented, inPhase, plain, type CodeLine } from '../program';
import { channelsFirst, type SampleKind } from '../samples';
import { discriminatorLoss, generatorLoss } from './losses';
import { INDENT } from './syntax';

function heading(phase: Phase): CodeLine[] {
  return [...plain(''), ...inPhase(phase, `# ${phaseHeading(phase)}`)];
}

/** How a program trains beside what the hyperparameters say. */
interface LoopStyle {
  /** The rounds that it trains, as an expression. */
  readonly rounds: string;
  /** What picks a process's part out of a batch that all processes draw alike; empty where there is one process. */
  readonly share: string;
}

/** Lines that are run so many times a round. */
function repeated(steps: number, lines: CodeLine[]): CodeLine[] {
  return steps > 1 ? [...plain('', `for _ in range(${steps}):`), ...indented(lines.slice(1), INDENT)] : lines;
}

/** A batch of latent vectors, joined to classes in a conditional run. */
function latentBatch(h: Hyperparameters, { classes }: SampleKind, share: string): string[] {
  const size = `${h.batchSize}, ${h.latentSize}`;
  const noise =
    h.latentDistribution === 'normal'
      ? `torch.randn(${size})${share}`
      : `2 * torch.rand(${size})${share} - 1`;
  return classes > 0
    ? [
        `fake_classes = classes[torch.randint(len(classes), (${h.batchSize},))${share}]`,
        `latent = torch.cat([${noise}, fake_classes], 1)`,
      ]
    : [`latent = ${noise}`];
}

/** What the discriminator is given beside the samples. */
function withClasses(samples: string, classesName: string, { classes }: SampleKind): string {
  return classes > 0 ? `discriminator(${samples}, ${classesName})` : `discriminator(${samples})`;
}

function r1Penalty(h: Hyperparameters, samples: SampleKind): CodeLine[] {
  const lazy = h.r1Interval > 1;
  const weight = lazy ? `${h.r1Interval} * ${h.r1Weight}` : `${h.r1Weight}`;
  const penalty = inPhase(
    'trainDiscriminator',
    'x = real.detach().requires_grad_()',
    `(slope,) = torch.autograd.grad(${withClasses('x', 'real_classes', samples)}.sum(), x, create_graph=True)`,
    `total_d = total_d + ${weight} / 2 * slope.flatten(1).square().sum(1).mean()`,
  );
  return lazy
    ? [
        ...inPhase(
          'trainDiscriminator',
          `if round_index % ${h.r1Interval} == 0:  # R1, Mescheder et al. 2018`,
        ),
        ...indented(penalty, INDENT),
      ]
    : [...inPhase('trainDiscriminator', '# R1, Mescheder et al. 2018'), ...penalty];
}

function gradientPenalty(h: Hyperparameters, samples: SampleKind, share: string): CodeLine[] {
  const ones = samples.shape.map(() => ', 1').join('');
  return inPhase(
    'trainDiscriminator',
    '# Gradient penalty, Gulrajani et al. 2017',
    `mix = torch.rand(${h.batchSize}${ones})${share}`,
    'between = (mix * real + (1 - mix) * fake).requires_grad_()',
    ...(samples.classes > 0
      ? ['mix = mix.flatten(1)', 'between_classes = mix * real_classes + (1 - mix) * fake_classes']
      : []),
    `scores = ${withClasses('between', 'between_classes', samples)}`,
    '(slope,) = torch.autograd.grad(scores.sum(), between, create_graph=True)',
    'length = (slope.flatten(1).square().sum(1) + 1e-12).sqrt()',
    `total_d = total_d + ${h.gradientPenaltyWeight} * (length - 1).square().mean()`,
  );
}

function discriminatorUpdate(h: Hyperparameters, samples: SampleKind, share: string): CodeLine[] {
  if (h.discriminatorSteps === 0) {
    return inPhase('trainDiscriminator', `# ${noSteps()}`);
  }
  const hasPenalty = h.r1Weight > 0 || h.gradientPenaltyWeight > 0;
  return [
    ...(hasPenalty ? inPhase('trainDiscriminator', 'total_d = loss_d') : []),
    ...(h.r1Weight > 0 ? r1Penalty(h, samples) : []),
    ...(h.gradientPenaltyWeight > 0 ? gradientPenalty(h, samples, share) : []),
    ...inPhase(
      'trainDiscriminator',
      'optimizer_d.zero_grad()',
      `${hasPenalty ? 'total_d' : 'loss_d'}.backward()`,
      'optimizer_d.step()',
      ...(h.weightClip > 0
        ? [
            'with torch.no_grad():',
            `${INDENT}for weight in discriminator.parameters():`,
            `${INDENT}${INDENT}weight.clamp_(-${h.weightClip}, ${h.weightClip})`,
          ]
        : []),
    ),
  ];
}

/** Noise on samples; every process draws it for the whole batch, so that all go on alike. */
function instanceNoise(h: Hyperparameters, samples: SampleKind, name: string, share: string): string {
  const shape = [h.batchSize, ...channelsFirst(samples.shape)].join(', ');
  const noise = share === '' ? `torch.randn_like(${name})` : `torch.randn(${shape})${share}`;
  return `${h.instanceNoise} * ${noise}`;
}

/** The five phases in which the discriminator learns. */
function discriminatorPhases(h: Hyperparameters, samples: SampleKind, share: string): CodeLine[] {
  const conditional = samples.classes > 0;
  const noise = (name: string): string => `${name} = ${name} + ${instanceNoise(h, samples, name, share)}`;
  return [
    ...heading('drawReal'),
    ...inPhase(
      'drawReal',
      `chosen = torch.randint(len(originals), (${h.batchSize},))${share}`,
      'real = originals[chosen]',
      ...(conditional ? ['real_classes = classes[chosen]'] : []),
    ),
    ...heading('forge'),
    ...inPhase('forge', ...latentBatch(h, samples, share), 'fake = generator(latent).detach()'),
    ...heading('judge'),
    ...inPhase(
      'judge',
      ...(h.instanceNoise > 0 ? [noise('real'), noise('fake')] : []),
      `on_real = ${withClasses('real', 'real_classes', samples)}`,
      `on_fake = ${withClasses('fake', 'fake_classes', samples)}`,
    ),
    ...heading('reveal'),
    { text: `# ${LOSS_FACTS[h.loss].discriminator}`, phase: 'reveal', shows: 'discriminatorLoss' },
    ...inPhase('reveal', `loss_d = ${discriminatorLoss(h)}`),
    ...heading('trainDiscriminator'),
    ...discriminatorUpdate(h, samples, share),
  ];
}

/** The two phases in which the generator learns. */
function generatorPhases(h: Hyperparameters, samples: SampleKind, share: string): CodeLine[] {
  const seen = h.instanceNoise > 0 ? `fake + ${instanceNoise(h, samples, 'fake', share)}` : 'fake';
  return [
    ...heading('forgeAgain'),
    ...inPhase(
      'forgeAgain',
      ...latentBatch(h, samples, share),
      'fake = generator(latent)',
      `on_fake = ${withClasses(seen, 'fake_classes', samples)}`,
    ),
    { text: `# ${LOSS_FACTS[h.loss].generator}`, phase: 'forgeAgain', shows: 'generatorLoss' },
    ...inPhase('forgeAgain', `loss_g = ${generatorLoss(h)}`),
    ...(h.generatorSteps === 0
      ? []
      : inPhase('forgeAgain', 'optimizer_g.zero_grad()', `# ${hintsComment()}`, 'loss_g.backward()')),
    ...heading('trainGenerator'),
    ...inPhase('trainGenerator', ...(h.generatorSteps === 0 ? [`# ${noSteps()}`] : ['optimizer_g.step()'])),
  ];
}

/** The exponential moving average of the generator, with its warm-up. */
function averaging(h: Hyperparameters): CodeLine[] {
  const inside = [
    `decay = min(${h.averageDecay}, (1 + round_index) / (10 + round_index))`,
    'for average, weight in zip(shown.parameters(), generator.parameters()):',
    `${INDENT}average.lerp_(weight, 1 - decay)`,
    ...(h.generatorNormalization === 'batch'
      ? [
          'for average, moment in zip(shown.buffers(), generator.buffers()):',
          `${INDENT}if moment.is_floating_point():`,
          `${INDENT}${INDENT}average.lerp_(moment, 1 - decay)`,
        ]
      : []),
  ];
  return inPhase(
    'trainGenerator',
    `with torch.no_grad():  # ${l10n.t('exponential moving average (EMA)')}`,
    ...inside.map((line) => INDENT + line),
  );
}

/** The training loop. */
export function loopLines(h: Hyperparameters, samples: SampleKind, { rounds, share }: LoopStyle): CodeLine[] {
  const body = [
    ...repeated(h.discriminatorSteps, discriminatorPhases(h, samples, share)),
    ...repeated(h.generatorSteps, generatorPhases(h, samples, share)),
    ...(h.averageDecay > 0 ? averaging(h) : []),
    ...plain(
      '',
      'if round_index % 100 == 0:',
      ...(share === ''
        ? [`${INDENT}print(round_index, loss_d.item(), loss_g.item())`]
        : [`${INDENT}report(round_index, loss_d, loss_g)`]),
    ),
  ];
  return [
    { text: `for round_index in ${rounds}:`, shows: 'round' },
    // Without the empty line above the first phase.
    ...indented(body.slice(1), INDENT),
  ];
}
