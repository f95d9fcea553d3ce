import assert from 'node:assert/strict';
import type { AnswerSpec } from '../../src/shared/domain/lesson';
import { aLesson, anExperiment, aPassage, aPrediction, aQuestion, aStep } from '../unit/builders';
import { panelOnScreen } from './panel';
import { clearScreens, type Screen } from './screen';

const PRICE: AnswerSpec = {
  type: 'number',
  value: 1.609,
  tolerance: 0.01,
  unit: '',
  feedback: '<p>It is -ln 0.2, that is 1.609.</p>',
};

const OPTIONS: AnswerSpec = {
  type: 'single',
  options: [
    { html: '<p>First</p>', correct: false, feedback: '<p>That is the misconception.</p>' },
    { html: '<p>Second</p>', correct: true, feedback: '<p>That is how it is.</p>' },
  ],
};

async function question(answer: AnswerSpec) {
  const section = aQuestion('price', { title: 'What does it cost?', answer });
  return panelOnScreen(aLesson('one', { steps: [aStep('first', { sections: [section] })] }));
}

const check = (screen: Screen): void => screen.click(screen.button('Check'));

describe('A question for a number', () => {
  afterEach(clearScreens);

  it('gives a hint for the first wrong number, and explains after the second', async () => {
    const { screen } = await question(PRICE);
    const field = screen.find('.number-answer input');
    screen.type(field, '2');
    check(screen);
    assert.match(screen.find('.wrong-answer').textContent ?? '', /too large/);
    assert.doesNotMatch(screen.find('#notes').textContent ?? '', /1\.609/);
    screen.type(field, '1');
    check(screen);
    assert.match(screen.find('.wrong-answer').textContent ?? '', /1\.609/);
  });

  it('takes a calculation', async () => {
    const { screen, events } = await question(PRICE);
    screen.type(screen.find('.number-answer input'), '−ln 0,2');
    check(screen);
    assert.match(screen.find('.exercise-done').textContent ?? '', /right/);
    assert.ok(events().some((event) => event.kind === 'answer'));
  });

  it('asks for a number where there is none, and sends nothing', async () => {
    const { screen, events } = await question(PRICE);
    screen.type(screen.find('.number-answer input'), 'much');
    check(screen);
    assert.match(screen.find('[role=alert]').textContent ?? '', /Type a number/);
    assert.deepEqual(
      events().filter(({ kind }) => kind === 'answer'),
      [],
    );
  });
});

describe('A question with options', () => {
  afterEach(clearScreens);

  it('keeps its button where it is when the explanation comes and goes', async () => {
    const { screen } = await question(OPTIONS);
    const [first, second] = screen.all('.question .option input');
    assert.ok(first && second);
    const before = (): Element[] => {
      const form = screen.find('.question form');
      const children = [...form.children];
      return children.slice(0, children.indexOf(screen.find('.question .exercise-actions')));
    };
    const atFirst = before();
    screen.click(first);
    check(screen);
    assert.match(screen.find('.wrong-answer').textContent ?? '', /That is the misconception/);
    assert.deepEqual(before(), atFirst);
    screen.click(second);
    assert.equal(screen.all('.wrong-answer').length, 0);
    assert.deepEqual(before(), atFirst);
  });

  it('says how many tries it took', async () => {
    const { screen } = await question(OPTIONS);
    const [first, second] = screen.all('.question .option input');
    assert.ok(first && second);
    screen.click(first);
    check(screen);
    screen.click(second);
    check(screen);
    assert.match(screen.find('.question').textContent ?? '', /Right on the second try\./);
  });
});

describe('The options of a question', () => {
  afterEach(clearScreens);

  const written = Array.from({ length: 4 }, (_, index) => `Option ${index}`);
  const section = aQuestion('which', {
    title: 'Which one?',
    answer: {
      type: 'single',
      options: written.map((words, index) => ({
        html: `<p>${words}</p>`,
        correct: index === 2,
        feedback: '<p>.</p>',
      })),
    },
  });

  async function readBy(optionOrder: number) {
    const panel = await panelOnScreen(aLesson('one', { steps: [aStep('first', { sections: [section] })] }));
    panel.controller.store.dispatch({ type: 'optionsOrdered', optionOrder });
    return panel;
  }

  const optionsOf = (screen: Screen): string[] =>
    screen.all('.question .option').map((option) => option.textContent?.trim() ?? '');

  it('have another order for another learner, and the same for the same', async () => {
    const orders = [];
    for (const learner of [1, 2, 3, 1, 2, 3]) {
      orders.push(optionsOf((await readBy(learner)).screen));
      clearScreens();
    }
    assert.deepEqual(orders.slice(0, 3), orders.slice(3));
    assert.notDeepEqual(orders[0], orders[1]);
    for (const order of orders) {
      assert.deepEqual(order.toSorted(), written);
    }
  });

  it('are answered by what they say, wherever they stand', async () => {
    const { screen, events } = await readBy(1);
    const place = optionsOf(screen).indexOf('Option 2');
    const option = screen.all('.question .option input')[place];
    assert.ok(option);
    screen.click(option);
    check(screen);
    assert.match(screen.find('.given .chosen.right').textContent ?? '', /Option 2/);
    const [answer] = events().filter((event) => event.kind === 'answer');
    assert.deepEqual(answer?.answer.given.type === 'options' && answer.answer.given.chosen, [2]);
  });
});

describe('A prediction', () => {
  afterEach(clearScreens);

  const lesson = aLesson('one', {
    steps: [
      aStep('first', {
        sections: [
          aPrediction('faces', { title: 'When will you see a face?', revealAt: 100 }),
          aPassage('by-100', {
            title: 'Round 100',
            html: '<p>There it is.</p>',
            condition: { fromRound: 100 },
          }),
        ],
      }),
    ],
  });

  async function predicted() {
    const panel = await panelOnScreen(lesson);
    const { screen } = panel;
    const [option] = screen.all('.prediction .options input');
    const [confidence] = screen.all('.prediction .confidence input');
    assert.ok(option && confidence);
    screen.click(option);
    screen.click(confidence);
    screen.click(screen.button('Lock in my prediction'));
    return panel;
  }

  it('is not given away by what the notes say of later rounds', async () => {
    const { screen, round } = await predicted();
    const text = (): string => screen.find('#notes').textContent ?? '';
    assert.doesNotMatch(text(), /There it is/);
    assert.match(text(), /Appears at round 100\./);
    round(100);
    assert.match(text(), /There it is/);
  });

  it('leaves what was read open when the run starts again', async () => {
    const { screen, round } = await predicted();
    round(100);
    round(0);
    assert.match(screen.find('#notes').textContent ?? '', /There it is/);
  });

  it('has the button that shows what happens', async () => {
    const { screen, toWorker } = await predicted();
    screen.click(screen.button('Play to round 100'));
    assert.deepEqual(toWorker.at(-1), {
      ...toWorker.at(-1),
      type: 'play',
      until: { kind: 'round', round: 100 },
    });
  });

  it('waits for the run once it was made, and is no task any more', async () => {
    const { screen } = await predicted();
    assert.match(screen.find('.step-end').textContent ?? '', /Predicted; round 100 will show it/);
  });
});

describe('An experiment', () => {
  afterEach(clearScreens);

  it('is on the stage only when the whole run was it', async () => {
    const lesson = aLesson('one', {
      steps: [aStep('first', { sections: [anExperiment('own', { title: 'Own run' })] })],
    });
    const { screen, round, toHost } = await panelOnScreen(lesson);
    assert.match(screen.find('.exercise-done').textContent ?? '', /on the stage/);
    round(30, {
      history: {
        firstRound: 0,
        latest: { round: 30, phasesDone: 0 },
        changes: [{ position: { round: 10, phasesDone: 0 }, changes: { discriminatorSteps: 0 } }],
      },
    });
    assert.equal(screen.all('.exercise-done').length, 0);
    screen.click(screen.button('Start this run'));
    assert.deepEqual(toHost.at(-1), { type: 'experiment', id: 'own', play: false });
  });
});
