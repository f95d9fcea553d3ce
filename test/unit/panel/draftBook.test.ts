import assert from 'node:assert/strict';
import { DraftBook } from '../../../webview/lesson/exercises/draftBook';
import { Memory } from './memory';

describe('The draft of an answer', () => {
  const DRAFT = { chosen: [1], text: '', reason: 'Because he', confidence: 'guess' as const };

  it('is there again when the panel comes back', () => {
    const memory = new Memory();
    new DraftBook(memory).keep('lesson/ask', DRAFT);
    new DraftBook(memory).keep('lesson/foretell', { chosen: [], text: '1,3' });
    assert.deepEqual(new DraftBook(memory).of('lesson/ask'), DRAFT);
    assert.deepEqual(new DraftBook(memory).of('lesson/foretell'), { chosen: [], text: '1,3' });
  });

  it('is forgotten once the answer is given, and no other with it', () => {
    const memory = new Memory();
    const book = new DraftBook(memory);
    book.keep('lesson/ask', DRAFT);
    book.keep('lesson/foretell', DRAFT);
    book.keep('lesson/ask', undefined);
    assert.equal(book.of('lesson/ask'), undefined);
    assert.deepEqual(book.of('lesson/foretell'), DRAFT);
  });

  it('is not taken from a memory of another shape', () => {
    const memory = new Memory();
    for (const wrong of [
      7,
      { 'lesson/ask': { chosen: [-1], text: '' } },
      { 'lesson/ask': { chosen: 'a' } },
    ]) {
      memory.write('answers', wrong);
      assert.equal(new DraftBook(memory).of('lesson/ask'), undefined);
    }
  });
});
