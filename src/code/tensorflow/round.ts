import * as l10n from '@vscode/l10n';
import type { Hyperparameters } from '../../shared/domain/hyperparameters';
import type { Phase } from '../../shared/domain/phases';
import { LOSS_FACTS } from '../../shared/domain/losses';
import { hintsComment, noSteps, phaseHeading } from '../headings';
import { indented, inPhase, plain, type CodeLine } from '../program';
import type { SampleKind } from '../samples';
import { discriminatorLoss, generatorLoss } from './losses';
import { INDENT } from './syntax';

function heading(phase: Phase): CodeLine[] {
  return [...plain(''), ...inPhase(phase, `// ${phaseHeading(phase)}`)];
}

/** A batch of latent vectors, joined to classes in a conditional run. */
function latentBatch(h: Hyperparameters, { classes }: SampleKind, name: string): string[] {
  const shape = `[${h.batchSize}, ${h.latentSize}]`;
  const noise =
    h.latentDistribution === 'normal' ? `tf.randomNormal(${shape})` : `tf.randomUniform(${shape}, -1, 1)`;
  return classes > 0
    ? [
        `const ${name}Classes = tf.gather(classes, anyOf(classes, ${h.batchSize}));`,
        `const ${name}Latent = tf.concat([${noise}, ${name}Classes], 1);`,
      ]
    : [`const ${name}Latent = ${noise};`];
}

function score(samples: string, classesName: string, { classes }: SampleKind): string {
  return classes > 0 ? `discriminator(${samples}, ${classesName})` : `discriminator(${samples})`;
}

/** Samples as the discriminator sees them: with instance noise, if there is any. */
function seen(batch: string, h: Hyperparameters, { shape }: SampleKind): string {
  return h.instanceNoise > 0
    ? `${batch}.add(tf.randomNormal([${[h.batchSize, ...shape].join(', ')}], 0, ${h.instanceNoise}))`
    : batch;
}

function r1Penalty(h: Hyperparameters, samples: SampleKind): string[] {
  const lazy = h.r1Interval > 1;
  const weight = lazy ? `${h.r1Interval} * ${h.r1Weight}` : `${h.r1Weight}`;
  const penalty = [
    `const slope = tf.grad((x) => ${score('x', 'realClasses', samples)}.sum())(real);`,
    `loss = loss.add(slope.square().sum().mul((${weight}) / (2 * ${h.batchSize})));`,
  ];
  return lazy
    ? [
        `if (round % ${h.r1Interval} === 0) {`,
        `${INDENT}// R1, Mescheder et al. 2018`,
        ...penalty.map((line) => INDENT + line),
        '}',
      ]
    : ['// R1, Mescheder et al. 2018', ...penalty];
}

function gradientPenalty(h: Hyperparameters, samples: SampleKind): string[] {
  const ones = samples.shape.map(() => ', 1').join('');
  const axes = samples.shape.map((_, axis) => axis + 1).join(', ');
  return [
    '// Gradient penalty, Gulrajani et al. 2017',
    `const mix = tf.randomUniform([${h.batchSize}${ones}]);`,
    'const between = mix.mul(real).add(tf.sub(1, mix).mul(fake));',
    ...(samples.classes > 0
      ? [
          `const share = mix.reshape([${h.batchSize}, 1]);`,
          'const betweenClasses = share.mul(realClasses).add(tf.sub(1, share).mul(fakeClasses));',
        ]
      : []),
    `const steepness = tf.grad((x) => ${score('x', 'betweenClasses', samples)}.sum())(between);`,
    `const length = steepness.square().sum([${axes}]).add(1e-12).sqrt();`,
    `loss = loss.add(length.sub(1).square().mean().mul(${h.gradientPenaltyWeight}));`,
  ];
}

/** The two lines that follow from the scores of a batch: inside of an update, or on their own. */
function verdict(h: Hyperparameters, samples: SampleKind): CodeLine[] {
  return [
    ...heading('judge').slice(1),
    ...inPhase(
      'judge',
      `const onReal = ${score('real', 'realClasses', samples)};`,
      `const onFake = ${score('fake', 'fakeClasses', samples)};`,
    ),
    ...heading('reveal'),
    { text: `// ${LOSS_FACTS[h.loss].discriminator}`, phase: 'reveal', shows: 'discriminatorLoss' },
  ];
}

function learningFromVerdict(h: Hyperparameters, samples: SampleKind): CodeLine[] {
  const loss = discriminatorLoss(h);
  if (h.discriminatorSteps === 0) {
    return [
      ...verdict(h, samples),
      ...inPhase('reveal', `const lossD = ${loss}.dataSync()[0];`),
      ...heading('trainDiscriminator'),
      ...inPhase('trainDiscriminator', `// ${noSteps()}`),
    ];
  }
  const penalties = [
    ...(h.r1Weight > 0 ? r1Penalty(h, samples) : []),
    ...(h.gradientPenaltyWeight > 0 ? gradientPenalty(h, samples) : []),
  ];
  return [
    ...plain('optimizerD.minimize(() => {'),
    ...indented(
      [
        ...verdict(h, samples),
        ...inPhase(
          'reveal',
          `${penalties.length > 0 ? 'let' : 'const'} loss = ${loss};`,
          'lossD = loss.dataSync()[0];',
        ),
        ...heading('trainDiscriminator'),
        ...inPhase('trainDiscriminator', ...penalties, 'return loss;'),
      ],
      INDENT,
    ),
    ...inPhase(
      'trainDiscriminator',
      '}, false, discriminatorWeights);',
      ...(h.weightClip > 0
        ? [
            'for (const weight of discriminatorWeights) {',
            `${INDENT}weight.assign(weight.clipByValue(-${h.weightClip}, ${h.weightClip}));`,
            '}',
          ]
        : []),
      ...(h.discriminatorNormalization === 'spectral' ? ['followWeights();'] : []),
    ),
  ];
}

/** The five phases in which the discriminator learns. */
function discriminatorPhases(h: Hyperparameters, samples: SampleKind): CodeLine[] {
  return [
    ...heading('drawReal').slice(1),
    ...inPhase(
      'drawReal',
      `const chosen = anyOf(originals, ${h.batchSize});`,
      `const real = ${seen('tf.gather(originals, chosen)', h, samples)};`,
      ...(samples.classes > 0 ? ['const realClasses = tf.gather(classes, chosen);'] : []),
    ),
    ...heading('forge'),
    ...inPhase(
      'forge',
      ...latentBatch(h, samples, 'fake'),
      `const fake = ${seen('generator(fakeLatent)', h, samples)};`,
    ),
    ...plain(''),
    ...learningFromVerdict(h, samples),
  ];
}

/** The two phases in which the generator learns. */
function generatorPhases(h: Hyperparameters, samples: SampleKind): CodeLine[] {
  const forging: CodeLine[] = [
    ...inPhase(
      'forgeAgain',
      `const forged = ${seen('generator(nextLatent)', h, samples)};`,
      `const onForged = ${score('forged', 'nextClasses', samples)};`,
    ),
    { text: `// ${LOSS_FACTS[h.loss].generator}`, phase: 'forgeAgain', shows: 'generatorLoss' },
  ];
  const loss = generatorLoss(h).replaceAll('onFake', 'onForged');
  const begin = [
    ...heading('forgeAgain').slice(1),
    ...inPhase('forgeAgain', ...latentBatch(h, samples, 'next')),
  ];
  if (h.generatorSteps === 0) {
    return [
      ...begin,
      ...forging,
      ...inPhase('forgeAgain', `const lossG = ${loss}.dataSync()[0];`),
      ...heading('trainGenerator'),
      ...inPhase('trainGenerator', `// ${noSteps()}`),
    ];
  }
  return [
    ...begin,
    ...inPhase('forgeAgain', `// ${hintsComment()}`, 'const gradient = tf.variableGrads(() => {'),
    ...indented([...forging, ...inPhase('forgeAgain', `return ${loss};`)], INDENT),
    ...inPhase('forgeAgain', '}, generatorWeights);'),
    ...heading('trainGenerator'),
    ...inPhase(
      'trainGenerator',
      'optimizerG.applyGradients(gradient.grads);',
      'lossG = gradient.value.dataSync()[0];',
    ),
  ];
}

/** Statements that are run so many times a round. */
function repeated(steps: number, lines: CodeLine[]): CodeLine[] {
  return steps > 1
    ? [...plain(`for (let step = 0; step < ${steps}; step++) {`), ...indented(lines, INDENT), ...plain('}')]
    : lines;
}

/** The exponential moving average of the generator, with its warm-up. */
function averaging(h: Hyperparameters): CodeLine[] {
  return inPhase(
    'trainGenerator',
    `// ${l10n.t('exponential moving average (EMA)')}`,
    `const decay = Math.min(${h.averageDecay}, (1 + round) / (10 + round));`,
    'shownWeights.forEach((average, i) => {',
    `${INDENT}average.assign(average.mul(decay).add(generatorWeights[i].mul(1 - decay)));`,
    '});',
  );
}

/** The training loop. */
export function loopLines(h: Hyperparameters, samples: SampleKind, rounds: number): CodeLine[] {
  const results = [
    ...(h.discriminatorSteps > 0 ? ['lossD'] : []),
    ...(h.generatorSteps > 0 ? ['lossG'] : []),
  ];
  const body = [
    ...(results.length > 0 ? plain(`let ${results.join(', ')};`, '') : []),
    ...repeated(h.discriminatorSteps, discriminatorPhases(h, samples)),
    ...plain(''),
    ...repeated(h.generatorSteps, generatorPhases(h, samples)),
    ...(h.averageDecay > 0 ? averaging(h) : []),
    ...plain('', 'if (round % 100 === 0) console.log(round, lossD, lossG);'),
  ];
  return [
    { text: `for (let round = 0; round < ${rounds}; round++) {`, shows: 'round' },
    ...plain(`${INDENT}tf.tidy(() => {`),
    ...indented(body, INDENT + INDENT),
    ...plain(`${INDENT}});`, `${INDENT}await tf.nextFrame();`, '}'),
  ];
}
