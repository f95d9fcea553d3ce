import assert from 'node:assert/strict';
import {
  type Hyperparameters,
  PICTURE_DEFAULTS,
  changesBetween,
  defaultsFor,
} from '../../../src/shared/domain/hyperparameters';
import { type Lesson, type Passage, passagesOf } from '../../../src/shared/domain/lesson';
import {
  INITIAL_STATE,
  type PanelAction,
  type PanelState,
  litBy,
  markedPassage,
  momentOf,
  passageNumber,
  reduce,
} from '../../../webview/lesson/state';
import { changesSentence } from '../../../webview/lesson/notes/changes';
import { aLesson, aPassage, aPrediction, aStep, anExperiment } from '../builders';
import type { ShownRun } from '../../../webview/lesson/exercises/standings';
import { LECTURE_PILE, frameAt, pictures } from './frames';

function passage(id: string, more: Partial<Passage> = {}): Passage {
  return aPassage(id, { title: id, ...more });
}

const LESSON = aLesson('test', {
  title: 'A lesson',
  steps: [
    aStep('first', {
      title: 'First',
      sections: [passage('museum', { condition: { phase: 'drawReal' }, regions: ['museum', 'curtain'] })],
    }),
    aStep('second', {
      title: 'Second',
      sections: [
        passage('truth', { condition: { phase: 'reveal' }, regions: ['truth'] }),
        passage('fooled', { condition: { phase: 'reveal', fooled: true }, regions: ['verdict', 'truth'] }),
      ],
    }),
  ],
});

function after(...actions: PanelAction[]): PanelState {
  return actions.reduce(reduce, INITIAL_STATE);
}

const SHOWN: PanelAction = { type: 'lessonShown', lesson: LESSON };
const STARTING: PanelAction = { type: 'runStarting', hyperparameters: PICTURE_DEFAULTS, from: undefined };

/** The first frame of a run, which nobody has stepped to. */
const OPENED: PanelAction = { type: 'frame', frame: frameAt({ round: 0, phasesDone: 0 }) };

function phases(phasesDone: number): PanelAction {
  return { type: 'frame', frame: frameAt({ round: 0, phasesDone }, { batch: LECTURE_PILE }) };
}

describe('The state of the lesson panel', () => {
  it('marks the passage that belongs to the phase and turns to its step', () => {
    const state = after(SHOWN, STARTING, OPENED, phases(4));
    assert.equal(markedPassage(state)?.id, 'fooled');
    assert.equal(state.step, 1);
  });

  it('lights one region at a time as the phases pass, with the number of the phase', () => {
    const state = after(SHOWN, STARTING, phases(1));
    assert.deepEqual(litBy(markedPassage(state), state.choice), { regions: ['museum'], number: 1 });
  });

  it('lights everything that a chosen passage speaks of', () => {
    const [wide] = passagesOf(LESSON).filter(({ regions }) => regions.length > 1);
    assert.ok(wide);
    const state = after(SHOWN, STARTING, phases(1), { type: 'passageChosen', id: wide.id });
    assert.deepEqual(litBy(markedPassage(state), state.choice).regions, wide.regions);
  });

  it('keeps a chosen passage until another one belongs to the moment', () => {
    const chosen: PanelAction = { type: 'passageChosen', id: 'truth' };
    assert.equal(markedPassage(after(SHOWN, STARTING, phases(1), chosen))?.id, 'truth');
    assert.equal(markedPassage(after(SHOWN, STARTING, phases(1), chosen, phases(1)))?.id, 'truth');
    assert.equal(markedPassage(after(SHOWN, STARTING, phases(1), chosen, phases(4)))?.id, 'fooled');
  });

  it('marks the first passage about a region that was chosen on the stage', () => {
    const state = after(SHOWN, STARTING, phases(1), { type: 'regionChosen', region: 'truth' });
    assert.equal(markedPassage(state)?.id, 'truth');
  });

  it('lights a region that no passage speaks of, and marks nothing', () => {
    const state = after(SHOWN, STARTING, phases(1), { type: 'regionChosen', region: 'noise' });
    assert.equal(markedPassage(state), undefined);
    assert.deepEqual(litBy(markedPassage(state), state.choice), { regions: ['noise'] });
  });

  it('lights nothing after the highlight was left, until the next passage', () => {
    const left: PanelAction = { type: 'highlightLeft' };
    const state = after(SHOWN, STARTING, phases(1), left);
    assert.deepEqual(litBy(markedPassage(state), state.choice), { regions: [] });
    assert.equal(markedPassage(after(SHOWN, STARTING, phases(1), left, phases(4)))?.id, 'fooled');
  });

  it('forgets the pictures of the old run when a new one starts, but not the speed', () => {
    const state = after(
      SHOWN,
      STARTING,
      { type: 'speed', speed: 'oneRoundASecond' },
      phases(4),
      { type: 'playing', playing: true },
      STARTING,
    );
    assert.equal(state.frame, undefined);
    assert.equal(state.playing, false);
    assert.deepEqual(state.activity, { kind: 'preparing' });
    assert.equal(state.speed, 'oneRoundASecond');
  });

  it('leaves the notes where they are when a run starts again', () => {
    const before = after(SHOWN, STARTING, OPENED, phases(4));
    assert.equal(before.step, 1);
    assert.equal(reduce(before, STARTING).step, 1);
  });

  it('begins the notes of another lesson at their beginning', () => {
    const before = after(SHOWN, STARTING, OPENED, phases(4));
    const other = { ...LESSON, id: 'another' };
    assert.equal(reduce(before, { type: 'lessonShown', lesson: other }).step, 0);
  });

  it('leaves the notes where they are when a run comes back', () => {
    const before = after(SHOWN, STARTING, phases(4));
    const back = reduce(before, {
      type: 'runStarting',
      hyperparameters: PICTURE_DEFAULTS,
      from: { round: 30, phasesDone: 0 },
    });
    assert.equal(back.step, before.step);
  });

  it('goes on with the run when only the text of the lesson changes', () => {
    const rewritten = {
      ...LESSON,
      steps: [aStep('only')],
    };
    const state = after(SHOWN, STARTING, phases(4), { type: 'lessonShown', lesson: rewritten });
    assert.equal(state.frame?.position.phasesDone, 4);
    assert.equal(markedPassage(state), undefined);
    assert.equal(state.step, 0);
  });

  it('stops playing when the run cannot go on, and keeps the last picture', () => {
    const problem = { message: 'NaN', next: 'Go back.' };
    const state = after(
      SHOWN,
      STARTING,
      phases(4),
      { type: 'playing', playing: true },
      { type: 'stopped', problem },
    );
    assert.deepEqual(state.activity, { kind: 'stopped', problem });
    assert.equal(state.playing, false);
    assert.ok(state.frame);
  });
});

describe('The milestones of a lesson', () => {
  const MILESTONES: Lesson = {
    ...LESSON,
    steps: [
      aStep('rounds', {
        sections: [
          passage('any', { condition: { fromRound: 1 } }),
          passage('round-10', { condition: { fromRound: 10 } }),
          passage('judged-again', { condition: { phase: 'judge', fromRound: 2 } }),
        ],
      }),
    ],
  };

  const marked = (hyperparameters: Hyperparameters, phasesDone = 0) => {
    const frame = frameAt({ round: 30, phasesDone }, { wholeRounds: phasesDone === 0 });
    return markedPassage(
      after(
        { type: 'lessonShown', lesson: MILESTONES },
        { type: 'runStarting', hyperparameters, from: undefined },
        { type: 'frame', frame },
      ),
    )?.id;
  };

  it('are told of a run with its values, whatever the seed and the machine', () => {
    assert.equal(marked(PICTURE_DEFAULTS), 'round-10');
    assert.equal(marked({ ...PICTURE_DEFAULTS, seed: 7, backend: 'cpu' }), 'round-10');
  });

  it('are not told of a run with other values or on other data', () => {
    assert.equal(marked({ ...PICTURE_DEFAULTS, generatorLearningRate: 0.1 }), 'any');
    assert.equal(marked(defaultsFor('sunsets')), 'any');
  });

  it('leave what is true of every run', () => {
    assert.equal(marked(defaultsFor('sunsets'), 3), 'judged-again');
  });

  it('go with a change while the run goes on', () => {
    const state = after(
      { type: 'lessonShown', lesson: MILESTONES },
      STARTING,
      { type: 'frame', frame: frameAt({ round: 30, phasesDone: 0 }, { wholeRounds: true }) },
      {
        type: 'hyperparametersChanged',
        hyperparameters: { ...PICTURE_DEFAULTS, generatorLearningRate: 0.1 },
      },
    );
    assert.equal(markedPassage(state)?.id, 'any');
  });
});

/** A run that has these values at round 200, and began with others if that is said. */
function runOf(running: Hyperparameters, beginning = running): ShownRun {
  const changes = changesBetween(beginning, running);
  return {
    running,
    start: {
      backend: { backend: 'cpu', reason: '' },
      beginning,
      generatorParameters: 1,
      discriminatorParameters: 1,
      collectionPictures: pictures(1),
    },
    frame: frameAt(
      { round: 200, phasesDone: 0 },
      {
        history: {
          firstRound: 0,
          latest: { round: 200, phasesDone: 0 },
          ...(beginning !== running && { changes: [{ position: { round: 200, phasesDone: 0 }, changes }] }),
        },
      },
    ),
  };
}

describe('The notice over the notes', () => {
  const [step] = LESSON.steps;
  assert.ok(step);
  const told = (hyperparameters: Hyperparameters) => changesSentence(LESSON, step, runOf(hyperparameters));

  it('is not there while the run has the values of the lesson', () => {
    assert.equal(told(PICTURE_DEFAULTS), undefined);
    assert.equal(told({ ...PICTURE_DEFAULTS, seed: 12 }), undefined);
  });

  it('names the data that the run has and those that the notes tell of', () => {
    assert.match(told(defaultsFor('sunsets')) ?? '', /train on “Sunsets”.*describe “Portraits”/);
  });

  it('names what was changed, and how much more', () => {
    assert.match(
      told({ ...PICTURE_DEFAULTS, generatorLearningRate: 0.1 }) ?? '',
      /You changed forger: Learning rate\./,
    );
    assert.match(
      told({ ...PICTURE_DEFAULTS, batchSize: 8, r1Weight: 0, latentSize: 2, instanceNoise: 1 }) ?? '',
      /You changed .*, .*, .* and 1 more\./,
    );
  });
});

describe('The notice over the notes of a lesson with experiments', () => {
  const faster = anExperiment('faster', { title: 'Faster', run: { generatorLearningRate: 0.1 } });
  const [before, during, later, foretelling] = [
    aStep('before'),
    aStep('during', { sections: [faster] }),
    aStep('after', { sections: [anExperiment('slower', { run: { generatorLearningRate: 0.001 } })] }),
    aStep('foretelling', { sections: [aPrediction('then', { experiment: 'faster' })] }),
  ];
  const lesson = aLesson('test', { steps: [before, during, later, foretelling] });
  const running = { ...PICTURE_DEFAULTS, generatorLearningRate: 0.1 };

  it('says which run is on the stage, and not that the person changed anything', () => {
    const sentence = changesSentence(lesson, before, runOf(running)) ?? '';
    assert.match(sentence, /You’re watching “Faster”/);
    assert.doesNotMatch(sentence, /changed/);
  });

  it('is not there in a step whose experiment it is, or whose prediction names it', () => {
    assert.equal(changesSentence(lesson, during, runOf(running)), undefined);
    assert.equal(changesSentence(lesson, foretelling, runOf(running)), undefined);
  });

  it('does not take a run for an experiment whose values it was only given on its way', () => {
    const changed = runOf(running, PICTURE_DEFAULTS);
    assert.doesNotMatch(changesSentence(lesson, before, changed) ?? '', /watching “Faster”/);
    assert.match(changesSentence(lesson, during, changed) ?? '', /differs|changed/);
  });

  it('names what was changed in the experiment', () => {
    assert.match(
      changesSentence(lesson, during, runOf({ ...running, batchSize: 8 })) ?? '',
      /describe “Faster”; your run differs in .*Batch/i,
    );
  });
});

describe('The moment of a frame', () => {
  it('does not give a forgery away before the truth is told', () => {
    const fooled = (phasesDone: number) =>
      momentOf(frameAt({ round: 0, phasesDone }, { batch: LECTURE_PILE })).fooled;
    assert.equal(fooled(3), false);
    assert.equal(fooled(4), true);
    assert.equal(fooled(6), true);
  });

  it('counts no forgery that stands at even odds or below', () => {
    const pile = { ...LECTURE_PILE, probabilities: Array.from({ length: 12 }, () => 0.5) };
    assert.equal(momentOf(frameAt({ round: 0, phasesDone: 4 }, { batch: pile })).fooled, false);
  });
});

describe('The number of a passage', () => {
  it('is that of its phase, and none without a phase', () => {
    assert.equal(passageNumber(passage('x', { condition: { phase: 'trainGenerator' } })), 7);
    assert.equal(passageNumber(passage('x', { condition: { fromRound: 10 } })), undefined);
  });
});
