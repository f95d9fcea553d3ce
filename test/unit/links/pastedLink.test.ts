import assert from 'node:assert/strict';
import { readPastedLink } from '../../../src/links/pastedLink';

const EXTENSION = 'gan-lessons.gan-lessons';
const QUERY = 'id=one-round&step=phases&seed=3&generatorLearningRate=0.001';
const LINK = { lesson: 'one-round', step: 'phases', changes: { seed: 3, generatorLearningRate: 0.001 } };
const ADDRESS = `vscode://${EXTENSION}/lesson?${QUERY}`;

function refusal(text: string): string {
  const link = readPastedLink(text, EXTENSION);
  assert.ok(!link.ok, text);
  assert.notEqual(link.problem.next, '');
  return link.problem.message;
}

describe('A pasted link', () => {
  const forms: Record<string, string> = {
    'of VS Code': ADDRESS,
    'of VS Code Insiders': ADDRESS.replace('vscode:', 'vscode-insiders:'),
    'of VSCodium': ADDRESS.replace('vscode:', 'vscodium:'),
    'without its scheme': `${EXTENSION}/lesson?${QUERY}`,
    'on the web': `https://vscode.dev/+${EXTENSION}/lesson?${QUERY}`,
    'within another address': `https://vscode.dev/redirect?url=${encodeURIComponent(ADDRESS)}`,
    'that a mail scanner has wrapped': `https://scanner.example/?url=${encodeURIComponent(ADDRESS)}&data=05%7C01&reserved=0`,
    'that was encoded twice': `https://a.example/?u=${encodeURIComponent(encodeURIComponent(ADDRESS))}`,
    'with its query encoded': `vscode://${EXTENSION}/lesson?${encodeURIComponent(QUERY)}`,
    'in angle brackets and a sentence': `Look at this: <${ADDRESS}>, it collapses.`,
    'at the end of a sentence': `Look at ${ADDRESS}.`,
    'in a Chinese sentence': `请看“${ADDRESS}”。`,
    'in Markdown': `[${ADDRESS}](${ADDRESS})`,
    'in HTML': `<a href="${ADDRESS.replaceAll('&', '&amp;')}">a run</a>`,
    'with another case of the extension’s name': ADDRESS.replace('gan-lessons.', 'GAN-Lessons.'),
  };
  for (const [form, text] of Object.entries(forms)) {
    it(`is read ${form}`, () => {
      const read = readPastedLink(text, EXTENSION);
      assert.ok(read.ok, text);
      assert.deepEqual(read.value, LINK);
    });
  }

  it('that cannot be read is refused with the reason', () => {
    assert.match(refusal(''), /no link to a lesson/);
    assert.match(refusal('https://example.com/'), /no link to a lesson/);
    assert.match(refusal('vscode://other.extension/lesson?id=a'), /extension “other\.extension”/);
    assert.match(refusal(`${ADDRESS} ${ADDRESS}0`), /several links/);
    assert.match(refusal(ADDRESS.replace('seed=3', 'seed=-3')), /not “-3”/);
    assert.match(refusal(ADDRESS.replace('id=one-round&', '')), /names no lesson/);
    assert.match(refusal(`${ADDRESS}&seed=%`), /twice/);
    assert.match(refusal('a'.repeat(100_000)), /longer than/);
  });
});
