import * as l10n from '@vscode/l10n';
import assert from 'node:assert/strict';
import { readStrings, stringFiles } from '../../../scripts/l10nStrings';
import { PICTURE_DEFAULTS, withValue } from '../../../src/shared/domain/hyperparameters';
import type { RunFrame } from '../../../src/shared/wire/run';
import { describeRun } from '../../../src/views/describeRun';
import { describeDiagnosis } from '../../../webview/gan/diagnosis/sentences';
import { valueLabel } from '../../../src/shared/words/choiceLabels';
import { cardsOf } from '../../../webview/lesson/stage/view/cards';
import { inspectorSays } from '../../../webview/lesson/stage/view/speech';
import { cardName } from '../../../webview/lesson/stage/view/words';
import { storyOf } from '../../../webview/lesson/story/sentences';
import { loadTranslations } from '../../../webview/ui/l10n';
import { LECTURE_PILE, frameAt } from '../panel/frames';

/** The story as a person reads it: without marks of emphasis and without the space that English has before "%". */
function told(frame: RunFrame): string {
  return storyOf(frame, 'nonSaturating').replaceAll('**', '').replaceAll('\u202f', '');
}

const backend = { backend: 'cpu', reason: '' } as const;

describe('In Simplified Chinese', () => {
  before(async () => {
    loadTranslations(await readStrings(stringFiles.bundle('zh-cn')));
  });

  // The library keeps one bundle for the whole process, and other tests read English.
  after(() => l10n.config({ contents: {} }));

  it('the story introduces two beginners', () => {
    assert.equal(
      told(frameAt({ round: 0, phasesDone: 0 })),
      '两个新手碰面了。伪造者手里只有随机噪声，鉴定师连一幅画也没见过。',
    );
  });

  it("the story tells the lecture's moment in sentences without spaces between them", () => {
    assert.equal(
      told(frameAt({ round: 56, phasesDone: 4 }, { batch: LECTURE_PILE })),
      '鉴定师识破了 6 幅赝品中的 5 幅。有一幅骗过了他：他说“58% 是真品”。' +
        '代价是 −ln(1 − 0.58) = 0.87。另外，他错疑了一幅真品（44%）。',
    );
  });

  it('the story sums a whole round up with its numbers', () => {
    const metrics = {
      round: 57,
      discriminatorLoss: 1,
      generatorLoss: 1,
      accuracyOnReal: 0.94,
      accuracyOnFake: 0.75,
      meanOnReal: 0.7,
      meanOnFake: 0.3,
    };
    const quality = { round: 57, miniFid: 0.6149, effectiveModes: 4.1, modes: 6 };
    assert.equal(
      told(frameAt({ round: 57, phasesDone: 0 }, { wholeRounds: true, metrics, quality })),
      '第 57 轮：鉴定师判对了 94% 的真品、75% 的赝品。与真品的距离：0.61。',
    );
  });

  it('one thing and several are told without plural forms', () => {
    const fooledBy = (count: number): string => {
      const probabilities = LECTURE_PILE.probabilities.map((_, index) => (index >= 12 - count ? 0.9 : 0.1));
      return inspectorSays(
        frameAt({ round: 0, phasesDone: 4 }, { batch: { ...LECTURE_PILE, probabilities } }),
      );
    };
    assert.equal(fooledBy(1), '唔！有一幅骗过了我。');
    assert.equal(fooledBy(3), '哎呀！3 幅赝品骗过了我。');
  });

  it('a card on the desk is named with its verdict', () => {
    const cards = cardsOf(frameAt({ round: 0, phasesDone: 4 }, { batch: LECTURE_PILE }));
    assert.deepEqual(cards.filter(({ wrong }) => wrong).map(cardName), [
      '真品，判为真品的概率 44%，判错',
      '赝品，判为真品的概率 58%，判错',
    ]);
  });

  it('the status bar tells round and quality', () => {
    const quality = { round: 60, miniFid: 0.6149, effectiveModes: 4.1, modes: 6 };
    const position = { round: 60, phasesDone: 0 };
    assert.equal(
      describeRun({ position, playing: true, wholeRounds: true, backend, quality }),
      '第 60 轮 · mini-FID 0.61',
    );
  });

  it('a value that cannot be is refused in one sentence, with its range', () => {
    const result = withValue(PICTURE_DEFAULTS, 'batchSize', 1000);
    assert.deepEqual(result, {
      ok: false,
      problem: { message: '批次大小：必须是从 2 到 256 的整数。', next: '仍然使用 32。' },
    });
  });

  it('the choices of the form are named', () => {
    assert.deepEqual(['portraits', 'nonSaturating', 'spectral', 'relu'].map(valueLabel), [
      '肖像',
      '非饱和',
      '谱归一化',
      'ReLU',
    ]);
  });

  it('a diagnosis names its evidence in the order of Chinese', () => {
    const evidence = { fromRound: 200, toRound: 300, effectiveModes: 1.04, modes: 6, missing: [] };
    assert.equal(
      describeDiagnosis({ problem: 'modeCollapse', evidence, fixes: [] }),
      '第 200 到 300 轮，伪造者在 6 类中大约只画出 1 类：不管什么噪声，画出来几乎都是同一幅。',
    );
  });
});
