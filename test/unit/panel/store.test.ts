import assert from 'node:assert/strict';
import { Store } from '../../../webview/lesson/store';

const counting = (): Store<number, number> => new Store((state, by) => state + by, 0);

describe('The store of the panel', () => {
  it('shows every listener the states in their order, also when one of them dispatches', () => {
    const store = counting();
    const [first, last]: [number[], number[]] = [[], []];
    store.subscribe((state) => {
      first.push(state);
      if (state === 1) {
        store.dispatch(1);
      }
    });
    store.subscribe((state) => last.push(state));
    store.dispatch(1);
    assert.deepEqual(first, [1, 2]);
    assert.deepEqual(last, [1, 2]);
  });

  it('has the new state as soon as an action was dispatched by a listener', () => {
    const store = counting();
    const seen: number[] = [];
    store.subscribe((state) => {
      if (state === 1) {
        store.dispatch(10);
        seen.push(store.state);
      }
    });
    store.dispatch(1);
    assert.deepEqual(seen, [11]);
  });

  it('goes on notifying after a listener threw', () => {
    const store = counting();
    const seen: number[] = [];
    store.subscribe((state) => {
      if (state === 1) {
        throw new Error('broken');
      }
      seen.push(state);
    });
    assert.throws(() => store.dispatch(1), /broken/);
    store.dispatch(1);
    assert.deepEqual(seen, [2]);
  });

  it('says nothing when an action changes nothing, nor after a listener left', () => {
    const store = counting();
    const seen: number[] = [];
    const leave = store.subscribe((state) => seen.push(state));
    store.dispatch(0);
    store.dispatch(1);
    leave();
    store.dispatch(1);
    assert.deepEqual(seen, [1]);
  });
});
