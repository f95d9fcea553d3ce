import assert from 'node:assert/strict';
import { chooseLanguage } from '../../../src/lessons/lessonLanguage';

describe('The language of the lessons', () => {
  it('is the one in the settings', () => {
    assert.equal(chooseLanguage('zh-cn', 'en'), 'zh-cn');
    assert.equal(chooseLanguage('en', 'zh-cn'), 'en');
  });

  it('is that of VS Code when the settings leave it open', () => {
    assert.equal(chooseLanguage('auto', 'zh-cn'), 'zh-cn');
    assert.equal(chooseLanguage(undefined, 'zh-CN'), 'zh-cn');
  });

  it('is the nearest relative of a language that there are no lessons in', () => {
    assert.equal(chooseLanguage('auto', 'zh-tw'), 'zh-cn');
    assert.equal(chooseLanguage('auto', 'en-GB'), 'en');
  });

  it('is any that there are lessons in, however many there are', () => {
    const languages = ['en', 'zh-cn', 'qps-ploc'] as const;
    assert.equal(chooseLanguage('qps-ploc', 'en', languages), 'qps-ploc');
    assert.equal(chooseLanguage('auto', 'qps-plocm', languages), 'qps-ploc');
  });

  it('is English when nothing is nearer', () => {
    assert.equal(chooseLanguage('auto', 'de'), 'en');
    assert.equal(chooseLanguage(7, ''), 'en');
  });
});
