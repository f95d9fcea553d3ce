import assert from 'node:assert/strict';
import {
  FormToHostSchema,
  TypedChannel,
  PanelToHostSchema,
  type HostToForm,
} from '../../../src/shared/wire/messages';
import { PICTURE_DEFAULTS } from '../../../src/shared/domain/hyperparameters';

function createEnd() {
  const handled: unknown[] = [];
  const reported: string[] = [];
  const posted: unknown[] = [];
  const end = new TypedChannel<typeof FormToHostSchema, HostToForm>(
    FormToHostSchema,
    (message, transfer) => posted.push([message, transfer]),
    (message) => handled.push(message),
    ({ message }) => reported.push(message),
  );
  return { end, handled, reported, posted };
}

describe('An end of a message channel', () => {
  it('hands on what has the agreed shape', () => {
    const { end, handled, reported } = createEnd();
    end.receive({ type: 'edit', name: 'seed', value: 9 });
    assert.deepEqual(handled, [{ type: 'edit', name: 'seed', value: 9 }]);
    assert.deepEqual(reported, []);
  });

  it('ignores everything else and says why', () => {
    const { end, handled, reported } = createEnd();
    for (const message of [
      undefined,
      null,
      7,
      'ready',
      {},
      { type: 'unknown' },
      { type: 'edit', name: 'seed' },
    ]) {
      end.receive(message);
    }
    assert.deepEqual(handled, []);
    assert.equal(reported.length, 7);
    assert.match(reported.at(-1) ?? '', /^value: /);
  });

  it('sends what it is given, with what is to be transferred', () => {
    const { end, posted } = createEnd();
    const refused = { type: 'refused', name: 'seed', reason: 'too large' } as const;
    const buffer = new ArrayBuffer(4);
    end.send(refused);
    end.send(refused, [buffer]);
    assert.deepEqual(posted, [
      [refused, []],
      [refused, [buffer]],
    ]);
  });

  it('takes the bytes of a checkpoint as they are and no other shape of them', () => {
    const handled: unknown[] = [];
    const end = new TypedChannel(
      PanelToHostSchema,
      () => {},
      (message) => handled.push(message),
      () => {},
    );
    const checkpoint = {
      type: 'checkpoint',
      run: 'run',
      hyperparameters: PICTURE_DEFAULTS,
      backend: 'cpu',
      position: { round: 3, phasesDone: 0 },
      wholeRounds: true,
      bytes: Uint8Array.of(1, 2),
    };
    end.receive(checkpoint);
    end.receive({ ...checkpoint, bytes: [1, 2] });
    end.receive({ ...checkpoint, position: { round: 3, phasesDone: 7 } });
    end.receive({ ...checkpoint, hyperparameters: { ...PICTURE_DEFAULTS, batchSize: 0 } });
    assert.deepEqual(handled, [checkpoint]);
  });
});
