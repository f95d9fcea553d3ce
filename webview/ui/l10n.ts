import * as l10n from '@vscode/l10n';
import type * as v from 'valibot';
import type { StringsSchema } from '../../src/shared/wire/messages';

/**
 * Takes over the translations that came from the host. Must run before anything is rendered, because sentences are
 * looked up when they are shown.
 */
export function loadTranslations(strings: v.InferOutput<typeof StringsSchema>): void {
  const messages = Object.entries(strings).map(([english, translated]) => [
    english,
    typeof translated === 'string' ? translated : translated.message,
  ]);
  l10n.config({ contents: Object.fromEntries(messages) });
}

/** A share from 0 to 1 as a whole percentage: "58 %", with a narrow no-break space where the language has one. */
export function percent(share: number): string {
  // Adding 0 takes the sign of -0 away.
  return l10n.t('{0}\u202f%', Math.round(share * 100) + 0);
}

/** Nearer to 0 or 1 than this, a probability is rounded to a certainty that it never is. */
export const NEARLY_CERTAIN = 0.005;

/** A probability that the inspector gives, as {@link percent}; he is never quite certain: "<1 %", ">99 %". A dash for what is no number. */
export function verdict(probability: number): string {
  if (Number.isNaN(probability)) {
    return '–';
  }
  if (probability < NEARLY_CERTAIN) {
    return `<${percent(0.01)}`;
  }
  return probability > 1 - NEARLY_CERTAIN ? `>${percent(0.99)}` : percent(probability);
}

/** A measured number with few digits: 0.614 becomes "0.61", 12.34 becomes "12.3". */
export function measure(value: number): string {
  const digits = Math.abs(value) < 10 ? 2 : 1;
  const text = value.toFixed(digits);
  // Rounded to nothing, a number has no sign.
  return Number(text) === 0 ? (0).toFixed(digits) : text;
}

/** Sentences after each other, as this language sets them; at least one is there. */
export function join(...sentences: readonly (string | undefined)[]): string {
  return sentences
    .filter((sentence) => sentence !== undefined)
    .reduce((text, sentence) => l10n.t('{0} {1}', text, sentence));
}
