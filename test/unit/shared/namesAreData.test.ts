import assert from 'node:assert/strict';
import * as v from 'valibot';
import { parseLesson } from '../../../src/lessons/lessonParser';
import { claimsOf } from '../../../src/reports/claims';
import { readBook } from '../../../src/session/progressReading';
import { byId, valueOf } from '../../../src/shared/domain/byId';
import {
  answersTo,
  isTaskDone,
  LessonProgressSchema,
  NO_PROGRESS,
  withEvent,
} from '../../../src/shared/domain/progress';
import { DraftBook } from '../../../webview/lesson/exercises/draftBook';
import { FACTS } from '../reports/sampleReport';
import { aGoal, aLesson, aQuestion, aStep } from '../builders';

/** Names that every object inherits, or that mean something to those who copy objects. */
const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype', 'valueOf'];

describe('Names that every object has', () => {
  for (const id of NAMES) {
    it(`work as ids in progress, in what is kept of it and in reports: ${id}`, () => {
      const goal = aGoal(id);
      const question = aQuestion(id);
      const lesson = aLesson(id, { steps: [aStep('step', { sections: [goal] })] });
      const asking = aLesson(id, { steps: [aStep(id, { sections: [question] })] });
      assert.equal(isTaskDone(goal, NO_PROGRESS), false);
      assert.deepEqual(claimsOf(lesson, NO_PROGRESS), []);
      assert.deepEqual(answersTo(NO_PROGRESS, id), []);

      const reached = withEvent(lesson, NO_PROGRESS, { kind: 'goal', section: id, run: FACTS });
      const answered = withEvent(asking, reached, {
        kind: 'answer',
        section: id,
        answer: { given: { type: 'options', chosen: [1] }, time: 1 },
      });
      assert.equal(isTaskDone(goal, answered), true);
      assert.equal(isTaskDone(question, answered), true);
      assert.equal(claimsOf(lesson, answered)[0]?.goal.id, id);

      const sent = v.parse(LessonProgressSchema, JSON.parse(JSON.stringify(answered)));
      assert.deepEqual(sent, answered);
      const stored: unknown = JSON.parse(
        JSON.stringify({ version: 1, lessons: Object.fromEntries([[id, answered]]) }),
      );
      const { book, dropped } = readBook(stored);
      assert.equal(dropped, 0);
      assert.deepEqual(book.lessons.get(id), answered);
    });

    it(`work as names of drafts and in mappings: ${id}`, () => {
      const memory = new Map<string, unknown>();
      const drafts = new DraftBook({
        read: (name) => memory.get(name),
        write: (name, value) => memory.set(name, value),
      });
      assert.equal(drafts.of(id), undefined);
      drafts.keep(id, { chosen: [1], text: '' });
      assert.deepEqual(drafts.of(id)?.chosen, [1]);
      const mapping = v.parse(byId(v.number()), JSON.parse(`{ "${id}": 1 }`));
      assert.equal(valueOf(mapping, id), 1);
      assert.equal(valueOf({}, id), undefined);
    });
  }

  it('work in a lesson', () => {
    const text = `---
id: constructor
number: 1
title: T
summary: S
level: beginner
minutes: 5
run: { data: eightGaussians }
---
## Step
<!-- step: { id: prototype } -->

### Goal
<!-- goal: { id: constructor, when: [{ measure: miniFid, is: below, value: 1 }], by: 400 } -->
Reach it.
`;
    const { lesson, diagnostics } = parseLesson(text, { language: 'en' });
    assert.deepEqual(diagnostics, []);
    assert.equal(lesson?.steps[0]?.sections[0]?.id, 'constructor');
  });

  it('are no kind of section, key or measure', () => {
    for (const name of NAMES.filter((each) => /^[a-z]+$/i.test(each))) {
      const text = `---\nid: a\n---\n## S\n<!-- ${name}: { id: a, ${name}: 1 } -->\n`;
      assert.equal(parseLesson(text, { language: 'en' }).lesson, undefined, name);
    }
  });
});
