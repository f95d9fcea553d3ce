import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS, type HyperparameterChanges } from '../../../src/shared/domain/hyperparameters';
import { NO_PROGRESS } from '../../../src/shared/domain/progress';
import { Activities } from '../../../webview/lesson/exercises/activities';
import { aGoal, aLesson, anExperiment, aPassage, aPrediction, aQuestion, aSeries, aStep } from '../builders';
import { openPanel } from './openPanel';

const COLLAPSE = anExperiment('collapse', { title: 'Collapse', run: { generatorSteps: 5 }, rounds: 400 });
const COLLAPSED = { ...PICTURE_DEFAULTS, generatorSteps: 5 };
const LESSON = aLesson('lesson', {
  steps: [
    aStep('first', { sections: [aPassage('begin', { condition: { beforeRound: 1 } })] }),
    aStep('second', {
      sections: [
        COLLAPSE,
        aPrediction('foretell', { title: 'Foretell', experiment: 'collapse' }),
        aQuestion('ask'),
        aGoal('reach', { title: 'Five kinds', experiment: 'collapse', knobs: 1 }),
      ],
    }),
  ],
});
const GUESS = { given: { type: 'options' as const, chosen: [0] }, confidence: 'guess' as const };

const kinds = (values: Record<number, number>) => ({ series: aSeries({}, { effectiveModes: values }) });

/** A live change at a round, as a frame tells it. */
const changedAt = (round: number, changes: HyperparameterChanges, latest: number) => ({
  history: {
    firstRound: 0,
    latest: { round: latest, phasesDone: 0 },
    changes: [{ position: { round, phasesDone: 0 }, changes }],
  },
});

async function withCollapse() {
  const panel = openPanel();
  await panel.open(LESSON, COLLAPSED, { experiment: 'collapse' });
  return panel;
}

describe('A prediction in the panel', () => {
  it('is kept with its time, its reason and how sure one was', async () => {
    const { controller, events } = await withCollapse();
    const before = Date.now();
    controller.exerciseActions.answer('foretell', { ...GUESS, reason: 'A hunch.' });
    const event = events().find(({ kind }) => kind === 'answer');
    assert.ok(event?.kind === 'answer');
    assert.deepEqual({ ...event.answer, time: 0 }, { ...GUESS, reason: 'A hunch.', time: 0 });
    assert.ok(event.answer.time >= before && event.answer.time <= Date.now());
  });

  it('is revealed when the run of its experiment has come so far, and stays revealed', async () => {
    const { controller, round, events } = await withCollapse();
    controller.exerciseActions.answer('foretell', GUESS);
    round(99);
    assert.equal(Object.hasOwn(controller.store.state.learning.progress.revealed, 'foretell'), false);
    round(100, kinds({ 100: 1.2 }));
    round(101);
    const revealed = events().filter(({ kind }) => kind === 'revealed');
    assert.equal(revealed.length, 1);
    const { progress } = controller.store.state.learning;
    assert.equal(progress.revealed['foretell']?.round, 100);
    assert.deepEqual(progress.revealed['foretell']?.measured, [{ measure: 'effectiveModes', value: 1.2 }]);
    assert.match(controller.store.state.aside, /Foretell: what happens/);
  });

  it('is revealed only when what was measured at that round has come, with that', async () => {
    const { controller, round } = await withCollapse();
    controller.exerciseActions.answer('foretell', GUESS);
    round(95, kinds({ 90: 1.4 }));
    round(101, { ...kinds({ 90: 1.4 }), seriesUpTo: 95 });
    assert.deepEqual(controller.store.state.learning.progress.revealed, {});
    round(108, kinds({ 90: 1.4, 100: 1.2 }));
    const { revealed } = controller.store.state.learning.progress;
    assert.equal(revealed['foretell']?.round, 108);
    assert.deepEqual(revealed['foretell']?.measured, [{ measure: 'effectiveModes', value: 1.2 }]);
  });

  it('is revealed at once when the run is there already', async () => {
    const { controller, round } = await withCollapse();
    round(150);
    controller.exerciseActions.answer('foretell', GUESS);
    assert.ok(controller.store.state.learning.progress.revealed['foretell']);
  });

  it('is marked when a run had shown what happens, also when the run was restarted or gone back in since', async () => {
    const { controller, round, events } = await withCollapse();
    round(99);
    assert.equal(
      events().some(({ kind }) => kind === 'seen'),
      false,
    );
    round(150);
    round(151);
    assert.equal(events().filter(({ kind }) => kind === 'seen').length, 1);
    round(10);
    controller.exerciseActions.answer('foretell', GUESS);
    const { answers, revealed } = controller.store.state.learning.progress;
    assert.equal(answers['foretell']?.[0]?.afterOutcome, true);
    assert.deepEqual(revealed, {});
    round(100);
    assert.ok(controller.store.state.learning.progress.revealed['foretell']);
  });

  it('is not revealed by another run, nor by one that was changed on the way', async () => {
    const other = openPanel();
    await other.open(LESSON, PICTURE_DEFAULTS);
    other.controller.exerciseActions.answer('foretell', GUESS);
    other.round(200);
    assert.deepEqual(other.controller.store.state.learning.progress.revealed, {});
    const changed = await withCollapse();
    changed.controller.exerciseActions.answer('foretell', GUESS);
    changed.round(200, changedAt(50, { r1Weight: 0 }, 200));
    assert.deepEqual(changed.controller.store.state.learning.progress.revealed, {});
  });

  it('is revealed by a run with another seed', async () => {
    const { controller, round, open } = openPanel();
    await open(LESSON, { ...COLLAPSED, seed: 9 });
    controller.exerciseActions.answer('foretell', GUESS);
    round(100);
    assert.equal(controller.store.state.learning.progress.revealed['foretell']?.hyperparameters['seed'], 9);
  });

  it('is not revealed by another experiment that differs in nothing but the seed', async () => {
    const again = anExperiment('again', { run: { generatorSteps: 5, seed: 2 }, rounds: 400 });
    const foretell = aPrediction('foretell', { experiment: 'again' });
    const lesson = aLesson('lesson', { steps: [aStep('only', { sections: [COLLAPSE, again, foretell] })] });
    const revealedWith = async (seed: number) => {
      const { controller, round, open } = openPanel();
      await open(lesson, { ...COLLAPSED, seed });
      controller.exerciseActions.answer('foretell', GUESS);
      round(100);
      return Object.hasOwn(controller.store.state.learning.progress.revealed, 'foretell');
    };
    assert.deepEqual(await Promise.all([COLLAPSED.seed, 2, 9].map(revealedWith)), [false, true, true]);
  });
});

describe('A goal in the panel', () => {
  it('ticks itself when the run reaches it, once, with the facts of the run', async () => {
    const { controller, round, events } = await withCollapse();
    const change = changedAt(120, { generatorSteps: 1 }, 400);
    round(400, { ...kinds({ 350: 2, 400: 5.4 }), ...change });
    assert.equal(controller.store.state.aside, 'Goal reached at round 400: Five kinds.');
    round(401, { ...kinds({ 350: 2, 400: 5.4 }), ...change });
    assert.equal(events().filter(({ kind }) => kind === 'goal').length, 1);
    const facts = controller.store.state.learning.progress.goals['reach'];
    assert.equal(facts?.round, 400);
    assert.deepEqual(facts?.measured, [{ measure: 'effectiveModes', value: 5.4 }]);
    assert.equal(facts?.hyperparameters['generatorSteps'], 5);
    assert.deepEqual(facts?.changes, [
      { position: { round: 120, phasesDone: 0 }, changes: { generatorSteps: 1 } },
    ]);
    assert.equal(facts?.backend, 'cpu');
  });

  it('stays ticked in the runs that follow', async () => {
    const { controller, round, begin } = await withCollapse();
    round(400, kinds({ 400: 5.4 }));
    await begin({ type: 'newRun', run: 'next', hyperparameters: COLLAPSED }, COLLAPSED);
    round(400, kinds({ 400: 1 }));
    assert.ok(controller.store.state.learning.progress.goals['reach']);
  });

  it('does not count a run with more knobs changed than it allows, at any time', async () => {
    const { controller, round } = await withCollapse();
    round(400, {
      ...kinds({ 400: 5.4 }),
      history: {
        firstRound: 0,
        latest: { round: 400, phasesDone: 0 },
        changes: [
          { position: { round: 10, phasesDone: 0 }, changes: { r1Weight: 0 } },
          { position: { round: 20, phasesDone: 0 }, changes: { r1Weight: 0.6, generatorSteps: 1 } },
        ],
      },
    });
    assert.deepEqual(controller.store.state.learning.progress.goals, {});
  });

  it('does not count changes that come after the shown moment', async () => {
    const { controller, round } = await withCollapse();
    round(400, {
      ...kinds({ 400: 5.4 }),
      history: {
        firstRound: 0,
        latest: { round: 450, phasesDone: 0 },
        changes: [{ position: { round: 420, phasesDone: 0 }, changes: { r1Weight: 0, generatorSteps: 1 } }],
      },
    });
    assert.ok(controller.store.state.learning.progress.goals['reach']);
  });
});

describe('The learner’s place', () => {
  it('is told to the host when it is another', async () => {
    const { controller, events } = await withCollapse();
    controller.showStep(1);
    controller.showStep(1);
    assert.deepEqual(
      events().filter(({ kind }) => kind === 'step'),
      [
        { kind: 'step', step: 'first' },
        { kind: 'step', step: 'second' },
      ],
    );
  });

  it('is where the host says that the notes begin, whatever the first frame is about', async () => {
    const { controller, open } = openPanel();
    await open(LESSON, COLLAPSED, { visit: 'second' });
    assert.equal(controller.store.state.told, 'begin');
    assert.equal(controller.store.state.step, 1);
    assert.equal(controller.store.state.learning.visit?.id, 'second');
  });

  it('stays when an experiment starts, and when the lesson’s own run starts again', async () => {
    const { controller, begin } = await withCollapse();
    controller.showStep(1);
    await begin(
      { type: 'newRun', run: 'next', hyperparameters: COLLAPSED, experiment: 'collapse' },
      COLLAPSED,
    );
    assert.equal(controller.store.state.step, 1);
    await begin({ type: 'newRun', run: 'next', hyperparameters: PICTURE_DEFAULTS }, PICTURE_DEFAULTS);
    assert.equal(controller.store.state.step, 1);
  });

  it('stays while whole rounds pass', async () => {
    const { controller, open, round } = openPanel();
    const milestones = aLesson('milestones', {
      steps: [
        aStep('first', { sections: [aPassage('begin', { condition: { beforeRound: 1 } })] }),
        aStep('second', { sections: [aPassage('faces', { condition: { fromRound: 100 } })] }),
      ],
    });
    await open(milestones, PICTURE_DEFAULTS);
    round(120);
    assert.equal(controller.store.state.told, 'faces');
    assert.equal(controller.store.state.step, 0);
  });
});

describe('A run of an experiment', () => {
  it('plays at once where that was asked for', async () => {
    const { begin, toWorker } = await withCollapse();
    await begin(
      { type: 'newRun', run: 'next', hyperparameters: COLLAPSED, experiment: 'collapse', playTo: 400 },
      COLLAPSED,
    );
    const plays = toWorker.flatMap((message) => (message.type === 'play' ? [message.until] : []));
    assert.deepEqual(plays, [{ kind: 'round', round: 400 }]);
  });

  it('stops at its last round by itself, and then plays on', async () => {
    const { controller, round, toWorker, worker } = await withCollapse();
    const plays = () => toWorker.flatMap((message) => (message.type === 'play' ? [message.until] : []));
    controller.togglePlay();
    assert.deepEqual(plays(), [{ kind: 'round', round: 400 }]);
    round(400);
    worker({ type: 'halted', reason: 'reached' });
    controller.togglePlay();
    assert.deepEqual(plays(), [{ kind: 'round', round: 400 }, undefined]);
  });

  it('stops there, too, when the speed is changed on the way', async () => {
    const { controller, toWorker } = await withCollapse();
    controller.togglePlay();
    controller.setSpeed('fiveRoundsASecond');
    const last = toWorker.findLast((message) => message.type === 'play');
    assert.deepEqual(last, { type: 'play', until: { kind: 'round', round: 400 }, roundsPerSecond: 5 });
  });
});

describe('Progress that comes from the host', () => {
  it('takes the place of what the panel knew', async () => {
    const { controller } = await withCollapse();
    controller.exerciseActions.answer('ask', { given: { type: 'options', chosen: [1] } });
    controller.receiveFromHost({ type: 'progress', progress: NO_PROGRESS });
    assert.deepEqual(controller.store.state.learning.progress, NO_PROGRESS);
  });
});

describe('An activity', () => {
  it('is opened by whoever registered it, and the host does what is done there', async () => {
    const activities = new Activities();
    assert.equal(activities.has('latentWalk'), false);
    let opened = 0;
    activities.register('latentWalk', () => opened++);
    activities.open('latentWalk');
    assert.equal(opened, 1);
    const { controller, toHost } = await withCollapse();
    controller.activities.open('ownPictures');
    assert.deepEqual(toHost.at(-1), { type: 'activity', opens: 'ownPictures' });
  });
});
