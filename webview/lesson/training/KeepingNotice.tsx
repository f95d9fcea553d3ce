import type { JSX } from 'preact';
import type { Problem } from '../../../src/shared/result';
import { WarningGlyph } from '../../ui/controlIcons';

/** Says that the run goes on, but is not kept. */
export function KeepingNotice({ problem }: { readonly problem: Problem | undefined }): JSX.Element {
  return (
    <div role="status">
      {problem !== undefined && (
        <p class="keeping-notice">
          <WarningGlyph class="warning" /> {problem.message} {problem.next}
        </p>
      )}
    </div>
  );
}
