/** Capital letters that Unicode has had for longer than the rest of their alphabet, and keeps elsewhere. */
const EARLIER: Readonly<Record<string, string>> = {
  'double-struck': 'C\u2102 H\u210D N\u2115 P\u2119 Q\u211A R\u211D Z\u2124',
  script: 'B\u212C E\u2130 F\u2131 H\u210B I\u2110 L\u2112 M\u2133 R\u211B',
};

/** The code point of the alphabet's A. */
const FIRST: Readonly<Record<string, number>> = { 'double-struck': 0x1d538, script: 0x1d49c };

const STYLED = /<mi mathvariant="(?<alphabet>double-struck|script)">(?<letter>[A-Z])<\/mi>/g;

/**
 * Writes styled capitals, as in the expectation sign, with the characters that Unicode has for them. Browsers no longer
 * take the style from the attribute `mathvariant` (MathML Core, section 3.2.1).
 */
export function withStyledCapitals(mathML: string): string {
  return mathML.replaceAll(STYLED, (_, alphabet: string, letter: string) => {
    const earlier = EARLIER[alphabet]?.split(' ').find((entry) => entry.startsWith(letter));
    const code = (FIRST[alphabet] ?? 0) + letter.charCodeAt(0) - 'A'.charCodeAt(0);
    return `<mi>${earlier?.slice(1) ?? String.fromCodePoint(code)}</mi>`;
  });
}
