/** A small lesson with every part that a lesson can have, for tests to change. */
export const SAMPLE = `---
id: sample
number: 3
title: A sample
summary: Shows all that a lesson can have.
level: beginner
minutes: 5
run: { data: digits, seed: 7 }
---

Welcome to the *studio*.

## The cast
<!-- step: { id: the-cast } -->

Two networks, and [one game](https://example.org/game).

### The inspector
<!-- passage: { id: judge, when: { phase: judge, fromRound: 1 }, regions: [verdict, inspector], lecture: [L9] } -->

He looks for a seal :real: and a mask :fake:, see [the cast](#the-cast).

- first
- second

| Loss | Value |
| :--- | ----: |
| L_D  | 1.386 |

\`\`\`python
loss.backward()
\`\`\`

![A portrait](pictures/portrait.png)

## The end
<!-- step: { id: the-end } -->
`;

/** The sample with one piece of it replaced; the piece must be there. */
export function sampleWith(piece: string, replacement: string): string {
  if (!SAMPLE.includes(piece)) {
    throw new Error(`The sample has no ${JSON.stringify(piece)}.`);
  }
  return SAMPLE.replace(piece, () => replacement);
}

/** The number, from 0, of the first line of a text that contains a piece of text. */
export function lineOf(text: string, piece: string): number {
  return text.split('\n').findIndex((line) => line.includes(piece));
}
