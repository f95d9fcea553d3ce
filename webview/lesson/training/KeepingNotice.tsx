import type { JSX } from 'preact';
import type { Problem } from '../../../src/shared/result';
import { WarningGlyph } from '../../ui/controlIcons';

/** Shows that the run goes on, but is not kept; a screen reader was told when that began. */
export function KeepingNotice({ problem }: { readonly problem: Problem }): JSX.Element {
  return (
    <p class="keeping-notice">
      <WarningGlyph class="warning" /> {problem.message} {problem.next}
    </p>
  );
}
