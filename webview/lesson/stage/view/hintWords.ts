import * as l10n from '@vscode/l10n';

/** A hint shorter than this has vanished: in healthy runs they are 0.2 to 1.3 long, in a vanishing gradient 1e-4 to 1e-12. */
const VANISHING = 0.01;

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Whether so little arrives that nobody could learn from it. */
export function hasVanished(norm: number): boolean {
  return norm < VANISHING;
}

/** How long a hint is: "0.53", "10⁻⁹". */
function sizeOf(norm: number): string {
  if (norm === 0) {
    return '0';
  }
  if (!hasVanished(norm)) {
    return norm.toFixed(2);
  }
  const digits = [...String(Math.round(-Math.log10(norm)))].map((digit) => SUPERSCRIPTS[Number(digit)] ?? '');
  return `10⁻${digits.join('')}`;
}

/** The true size of a hint, whose picture is scaled so that it can be seen. */
export function hintSize(norm: number): string {
  return hasVanished(norm) ? l10n.t('size {0}: vanishing', sizeOf(norm)) : l10n.t('size {0}', sizeOf(norm));
}
