import assert from 'node:assert/strict';
import {
  PROGRESS_KEY,
  ProgressBook,
  TransientMemory,
  type ProgressChange,
  type ProgressMemory,
} from '../../../src/session/progressBook';
import { NO_PROGRESS, type ProgressEvent, type RunFacts } from '../../../src/shared/domain/progress';
import { aGoal, aLesson, aQuestion, aStep } from '../builders';
import { TestLog } from './testRuns';

const LESSON = aLesson('lesson', {
  steps: [aStep('first'), aStep('second', { sections: [aQuestion('ask'), aGoal('reach')] })],
});
const AT_SECOND: ProgressEvent = { kind: 'step', step: 'second' };
const FACTS: RunFacts = {
  round: 400,
  hyperparameters: { seed: 1, aKnobOfTheFuture: 'yes' },
  changes: [{ position: { round: 20, phasesDone: 3 }, changes: { r1Weight: 0 } }],
  backend: 'cpu',
  measured: [],
  time: 5,
};

/** Keeps values as JSON, as VS Code does. */
class JsonMemory implements ProgressMemory {
  readonly inner = new TransientMemory();

  get(key: string): unknown {
    return this.inner.get(key);
  }

  update(key: string, value: unknown): Promise<void> {
    return this.inner.update(key, JSON.parse(JSON.stringify(value)));
  }
}

/**
 * Hands what was written over to another process when a test says so, and hears the echo of it when the test says so:
 * until then that of an earlier write may take the place of a later one, as in VS Code.
 */
class EchoingMemory implements ProgressMemory {
  private local: string | undefined;
  private remote: string | undefined;
  private readonly echoes: { readonly value: string | undefined; readonly settle: () => void }[] = [];
  private waiting: (() => void)[] = [];

  get(): unknown {
    return this.local === undefined ? undefined : JSON.parse(this.local);
  }

  update(_key: string, value: unknown): Promise<void> {
    this.local = JSON.stringify(value);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** What was written until now goes on its way. */
  send(): void {
    this.remote = this.local;
    for (const settle of this.waiting) {
      this.echoes.push({ value: this.remote, settle });
    }
    this.waiting = [];
  }

  /** The oldest echo that is on its way arrives. */
  async hear(): Promise<void> {
    const echo = this.echoes.shift();
    assert.ok(echo, 'nothing was sent');
    this.local = echo.value;
    echo.settle();
    await turn();
  }

  /** Another key of the same memory was written a moment ago: its echo brings the value of before along. */
  hearOfAnotherKey(): void {
    this.local = this.remote;
  }

  /** What the next start of VS Code finds. */
  get kept(): unknown {
    return this.remote === undefined ? undefined : JSON.parse(this.remote);
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

function bookOn(memory: ProgressMemory) {
  const log = new TestLog();
  return { book: new ProgressBook(memory, log), log };
}

/** What a book reads from a stored value, and whether it complains. */
function read(stored: unknown) {
  const memory = new JsonMemory();
  void memory.update(PROGRESS_KEY, stored);
  const { book, log } = bookOn(memory);
  return { progress: book.of('lesson'), complaints: log.lines.length, memory, book, log };
}

describe('The book of progress', () => {
  it('survives a restart, with answers and the facts of runs', async () => {
    const memory = new JsonMemory();
    const { book } = bookOn(memory);
    book.record(LESSON, AT_SECOND);
    book.record(LESSON, { kind: 'goal', section: 'reach', run: FACTS });
    book.record(LESSON, {
      kind: 'answer',
      section: 'ask',
      answer: { given: { type: 'options', chosen: [1] }, reason: 'Because.', confidence: 'certain', time: 3 },
    });
    await turn();
    const { book: later, log } = bookOn(memory);
    assert.deepEqual(later.of('lesson'), book.of('lesson'));
    assert.deepEqual(later.of('lesson').goals['reach'], FACTS);
    assert.equal(later.lastLesson, 'lesson');
    assert.deepEqual(log.lines, []);
  });

  it('has nothing of a lesson that nobody was at', () => {
    assert.deepEqual(bookOn(new JsonMemory()).book.of('other'), NO_PROGRESS);
  });

  it('loses nothing that happens while the memory still tells of something earlier', async () => {
    const memory = new EchoingMemory();
    const { book } = bookOn(memory);
    book.record(LESSON, { kind: 'read', step: 'first' });
    memory.send();
    book.record(LESSON, { kind: 'goal', section: 'reach', run: FACTS });
    await memory.hear();
    book.record(LESSON, AT_SECOND);
    const expected = { ...NO_PROGRESS, step: 'second', read: ['first'], goals: { reach: FACTS } };
    assert.deepEqual(book.of('lesson'), expected);
    for (let writes = 0; writes < 2; writes++) {
      memory.send();
      await memory.hear();
    }
    assert.deepEqual(read(memory.kept).progress, expected);
  });

  it('writes again what an echo has taken the place of', async () => {
    const memory = new EchoingMemory();
    const { book, log } = bookOn(memory);
    book.record(LESSON, AT_SECOND);
    memory.hearOfAnotherKey();
    memory.send();
    await memory.hear();
    memory.send();
    await memory.hear();
    assert.equal(read(memory.kept).progress.step, 'second');
    assert.equal(book.of('lesson').step, 'second');
    assert.deepEqual(log.lines, []);
  });

  it('gives up, and says so, where the memory keeps nothing', async () => {
    const forgetful: ProgressMemory = { get: () => undefined, update: () => Promise.resolve() };
    const { book, log } = bookOn(forgetful);
    book.record(LESSON, AT_SECOND);
    await turn();
    assert.match(log.lines.join(), /VS Code kept an earlier state instead\./);
    assert.equal(book.of('lesson').step, 'second', 'what is known is still told');
  });

  it('hands over what waits when it is put away', async () => {
    const memory = new EchoingMemory();
    const { book } = bookOn(memory);
    book.record(LESSON, { kind: 'read', step: 'first' });
    memory.send();
    book.record(LESSON, AT_SECOND);
    book.dispose();
    memory.send();
    assert.equal(read(memory.kept).progress.step, 'second');
  });

  it('takes in what another window has written', async () => {
    const memory = new JsonMemory();
    const [one, other] = [bookOn(memory).book, bookOn(memory).book];
    one.record(LESSON, AT_SECOND);
    await turn();
    other.record(aLesson('second-lesson', { steps: [aStep('only')] }), { kind: 'read', step: 'only' });
    await turn();
    assert.equal(one.of('lesson').step, 'second');
    assert.deepEqual(one.of('second-lesson').read, ['only']);
  });

  it('tells what changed, and nothing when nothing did', () => {
    const { book } = bookOn(new JsonMemory());
    const changes: ProgressChange[] = [];
    book.onDidChange((change) => changes.push(change));
    book.record(LESSON, AT_SECOND);
    book.record(LESSON, AT_SECOND);
    book.replace('lesson', NO_PROGRESS);
    assert.deepEqual(changes, [
      { lessonId: 'lesson', cause: 'learned' },
      { lessonId: 'lesson', cause: 'replaced' },
    ]);
    assert.deepEqual(book.of('lesson'), NO_PROGRESS);
  });

  it('gives back what was reset', () => {
    const { book } = bookOn(new JsonMemory());
    book.record(LESSON, AT_SECOND);
    const before = book.of('lesson');
    book.replace('lesson', NO_PROGRESS);
    book.replace('lesson', before);
    assert.deepEqual(book.of('lesson'), before);
  });

  it('begins anew where the whole value is damaged, keeps the damaged one, and says so once', () => {
    for (const stored of [
      'nonsense',
      7,
      null,
      { version: 2, lessons: {} },
      { version: 1, lessons: 'none' },
    ]) {
      const { progress, complaints, memory, book, log } = read(stored);
      assert.deepEqual(progress, NO_PROGRESS);
      assert.equal(complaints, 1, JSON.stringify(stored));
      assert.deepEqual(memory.get('progress.unreadable'), stored);
      book.record(LESSON, AT_SECOND);
      assert.equal(book.of('lesson').step, 'second');
      assert.equal(log.lines.length, 1);
    }
  });

  it('leaves out single damaged parts and keeps the rest', () => {
    const good = { given: { type: 'options', chosen: [1] }, time: 1 };
    const { progress, complaints } = read({
      version: 1,
      lessons: {
        lesson: {
          step: 'second',
          read: ['first'],
          answers: { ask: [good], bad: [{ ...good, time: 'yesterday' }] },
          revealed: {},
          goals: { reach: FACTS, broken: { ...FACTS, round: -1 } },
        },
        other: { read: 'everything' },
      },
    });
    assert.deepEqual(progress, {
      step: 'second',
      read: ['first'],
      answers: { ask: [good] },
      revealed: {},
      goals: { reach: FACTS },
    });
    assert.equal(complaints, 1);
  });

  it('tells in the log that nothing could be kept', async () => {
    const failing: ProgressMemory = {
      get: () => undefined,
      update: () => Promise.reject(new Error('The disk is full.')),
    };
    const { book, log } = bookOn(failing);
    book.record(LESSON, AT_SECOND);
    await turn();
    assert.match(log.lines.join(), /The disk is full\./);
  });
});
