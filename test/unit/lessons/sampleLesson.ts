/** A small lesson with every part that a lesson can have, for tests to change. */
export const SAMPLE = `---
id: sample
number: 3
title: A sample
summary: Shows all that a lesson can have.
level: beginner
minutes: 5
needs: [forger-and-inspector]
run: { data: digits, seed: 7 }
---

Welcome to the *studio*.

## The cast
<!-- step: { id: the-cast, hide: [r1Interval], lock: [seed] } -->

Two networks, and [one game](https://example.org/game).

### The inspector
<!-- passage: { id: judge, when: { phase: judge, fromRound: 1 }, regions: [verdict, inspector], lecture: [L9] } -->

He looks for a seal :real: and a mask :fake:, see [the cast](#the-cast) and [collapse](lesson:mode-collapse#repair).

- first
- second

| Loss | Value |
| :--- | ----: |
| L_D  | 1.386 |

\`\`\`python
loss.backward()
\`\`\`

![A portrait](pictures/portrait.png)

### Five steps for the forger
<!-- prediction: { id: five-steps, type: single, reveal: 400, experiment: collapse } -->

What will happen?

- [ ] She learns **five times** as fast.

  > More steps are not more learning.

- [x] She paints one picture.

  > It fools him until he has learned it.

### What can the inspector see?
<!-- question: { id: what-he-sees, type: multiple, from: inspector-learns } -->

- [x] Originals.
  > He is shown them.
- [ ] The latent vectors.
  > They stay in the studio.
- [x] Forgeries.
  > They are in the pile.

### What does he lose?
<!-- question: { id: ln2, type: number, answer: 1.386, tolerance: 0.01, unit: nats } -->

He always answers one half.

> It is $2 \\ln 2$.

### The run of this step
<!-- experiment: { id: collapse, preset: modeCollapse, run: { seed: 1 }, rounds: 400 } -->

Five steps of hers for one of his.

### Try this
<!-- try: { id: repairs, choices: [{ label: One step, changes: { generatorSteps: 1 } }, { label: A faster inspector, changes: { discriminatorLearningRate: 0.004 } }] } -->

One at a time.

### Five kinds by round 400
<!-- goal: { id: five-kinds, when: [{ measure: effectiveModes, is: above, value: 5 }], at: 400, experiment: collapse, knobs: 1 } -->

Change one thing.

## The end
<!-- step: { id: the-end } -->

### The loss of the inspector
<!-- formula: { id: discriminator-loss, symbols: [{ tex: "D(x)", meaning: his word on an original, live: meanOnReal }] } -->

Inline, $D(x)$, and displayed:

$$
L_D = -\\ln D(x) - \\ln(1 - D(G(z)))
$$

### Be the inspector
<!-- activity: { id: be-the-inspector, opens: inspectorGame } -->

Your turn.

### Why 1.386?
<!-- deeper: { id: why-two-halves } -->

Two halves, each of $\\ln 2$.
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
