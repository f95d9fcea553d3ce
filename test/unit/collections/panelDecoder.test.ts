import assert from 'node:assert/strict';
import { PanelDecoder, type DecodingPanel } from '../../../src/collections/panelDecoder';
import { whenShown } from '../../../src/collections/whenShown';
import { Emitter } from '../../../src/emitter';
import type { PanelAnswer, DecodePictures } from '../../../src/shared/wire/messages';
import { TestLog } from '../session/testRuns';

/** A panel whose answers the test gives. */
class FakePanel implements DecodingPanel {
  isConnected = true;
  readonly asked: DecodePictures[] = [];
  readonly answers = new Emitter<PanelAnswer>(new TestLog());
  readonly changes = new Emitter<unknown>(new TestLog());
  readonly onDidAnswer = this.answers.event;
  readonly onDidChange = this.changes.event;

  post(message: DecodePictures): void {
    this.asked.push(message);
  }

  answer(request: number): void {
    this.answers.fire({ type: 'picturesDecoded', request, pictures: [], refused: [] });
  }

  hide(): void {
    this.isConnected = false;
    this.changes.fire('run');
  }
}

function setUp() {
  const panel = new FakePanel();
  const timers: (() => void)[] = [];
  const decoder = new PanelDecoder(panel, (callback) => {
    timers.push(callback);
    return { dispose: () => timers.splice(timers.indexOf(callback), 1) };
  });
  return { panel, decoder, timers };
}

const FILES = [{ name: 'a.png', bytes: Uint8Array.of(1) }];

describe('Decoding in the panel', () => {
  it('settles with the answer to its own request', async () => {
    const { panel, decoder, timers } = setUp();
    const first = decoder.decode(FILES);
    const second = decoder.decode(FILES);
    panel.answer(2);
    const [one, two] = panel.asked;
    assert.deepEqual(one?.files, FILES);
    panel.answer(one?.request ?? NaN);
    const answers = await Promise.all([first, second]);
    assert.deepEqual(
      answers.map((answer) => answer.ok && answer.value.request),
      [one?.request, two?.request],
    );
    assert.deepEqual(timers, []);
  });

  it('fails when there is no panel, and when it goes away', async () => {
    const { panel, decoder, timers } = setUp();
    const waiting = decoder.decode(FILES);
    panel.hide();
    assert.ok(!(await waiting).ok);
    assert.ok(!(await decoder.decode(FILES)).ok);
    assert.equal(panel.asked.length, 1);
    assert.deepEqual(timers, []);
  });

  it('fails when the panel falls silent', async () => {
    const { decoder, timers } = setUp();
    const waiting = decoder.decode(FILES);
    timers.forEach((fire) => fire());
    assert.ok(!(await waiting).ok);
  });
});

describe('Waiting for the panel', () => {
  it('ends as soon as its page is there', async () => {
    const panel = new FakePanel();
    assert.equal(await whenShown(panel), true);
    panel.isConnected = false;
    const waiting = whenShown(panel);
    panel.changes.fire('lesson');
    panel.isConnected = true;
    panel.changes.fire('lesson');
    assert.equal(await waiting, true);
  });
});
