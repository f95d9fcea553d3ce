import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Pictures } from '../../../../src/shared/wire/run';
import { useUniqueId } from '../../../ui/uniqueId';
import { Tile } from '../../stage/Tile';

interface PictureChoiceProps {
  readonly label: string;
  /** Absent until they are painted. */
  readonly pictures: Pictures | undefined;
  /** How many there are to choose from. */
  readonly count: number;
  /** Between two pictures to choose from so many are left out, less one. */
  readonly every?: number;
  /** What they are called; without names they are numbered for those who hear them. */
  readonly names?: readonly string[] | undefined;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/** One of several pictures: radio buttons that look like pictures, so that the browser does the keys. */
export function PictureChoice({
  label,
  pictures,
  count,
  every = 1,
  names,
  chosen,
  onChoose,
}: PictureChoiceProps): JSX.Element {
  const name = useUniqueId();
  return (
    <fieldset class="picture-choice">
      <legend>{label}</legend>
      {Array.from({ length: count }, (_, index) => (
        <label key={index} data-tip={names?.[index]}>
          <input
            type="radio"
            class="visually-hidden"
            name={name}
            aria-label={names?.[index] ?? l10n.t('Picture {0}', index + 1)}
            checked={index === chosen}
            onChange={() => onChoose(index)}
          />
          <Tile pictures={pictures} index={index * every} />
          {names?.[index] !== undefined && (
            <span class="picture-name" aria-hidden="true">
              {names[index]}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
