import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/controls';
import { useUniqueId } from '../../ui/uniqueId';
import { laterRound, nextRoundOfInterest } from './laterRound';

interface UntilRoundProps {
  /** Where both runs are, or are on their way to. */
  readonly round: number;
  readonly ready: boolean;
  readonly onPlayTo: (round: number) => void;
}

/** Asks for the round that both runs are to be played to, and offers one until another is typed. */
export function UntilRound({ round, ready, onPlayTo }: UntilRoundProps): JSX.Element {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [refused, setRefused] = useState(false);
  const reason = useUniqueId();
  const text = typed ?? String(nextRoundOfInterest(round));
  const run = (): void => {
    const target = laterRound(text, round);
    setRefused(target === undefined);
    if (target !== undefined) {
      setTyped(undefined);
      onPlayTo(target);
    }
  };
  return (
    <>
      <label class="until-both">
        {l10n.t('Run until round')}
        <input
          inputMode="numeric"
          value={text}
          disabled={!ready}
          aria-describedby={reason}
          aria-invalid={refused}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setRefused(false);
          }}
          onKeyDown={(event) => event.key === 'Enter' && run()}
        />
      </label>
      <Button class="run-until-both" disabled={!ready} onClick={run}>
        {l10n.t('Run')}
      </Button>
      <p id={reason} class="until-problem" role="alert">
        {refused && l10n.t('“{0}” is no round to run to. Give a whole number above {1}.', text, round)}
      </p>
    </>
  );
}
