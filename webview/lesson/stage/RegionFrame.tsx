import type { ComponentChildren, JSX } from 'preact';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Region } from '../../../src/shared/domain/regions';
import { LitContext } from '../litRegions';

/** Called with the region of the stage whose heading was chosen. */
export const ChooseRegionContext = createContext<(region: Region) => void>(() => undefined);

interface RegionFrameProps {
  readonly region: Region;
  readonly label: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A region of the stage, outlined while a passage points to it. The passage's number marks the first of them. */
export function RegionFrame({ region, label, class: name = '', children }: RegionFrameProps): JSX.Element {
  return (
    <div data-region={region} class={`region ${name} ${useLitClass(region)}`} role="group" aria-label={label}>
      {children}
      <LitNumber region={region} />
    </div>
  );
}

/** `lit` while a passage points to the region. */
export function useLitClass(region: Region): string {
  return useContext(LitContext).regions.includes(region) ? 'lit' : '';
}

/** The number of the passage that points to the region, on the region's corner. */
export function LitNumber({ region }: { readonly region: Region }): JSX.Element | null {
  const lit = useContext(LitContext);
  return lit.number !== undefined && lit.regions[0] === region ? (
    <span class="lit-number" aria-hidden="true">
      {lit.number}
    </span>
  ) : null;
}

interface RegionHeadingProps {
  readonly region: Region;
  /** Only seen while it has the keyboard focus, where a visible heading would say nothing new. */
  readonly quiet?: boolean;
  /** The tabulator key reaches this heading first, on a stage without a museum. */
  readonly first?: boolean;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A region's heading: a button that shows the passage of the notes about it. The stage moves the focus among them. */
export function RegionHeading({
  region,
  quiet = false,
  first = false,
  class: name = '',
  children,
}: RegionHeadingProps): JSX.Element {
  const onChoose = useContext(ChooseRegionContext);
  return (
    <button
      type="button"
      class={`region-heading ${quiet ? 'quiet' : ''} ${name}`}
      data-heading={region}
      tabIndex={first || region === FIRST_HEADING ? 0 : -1}
      onClick={() => onChoose(region)}
    >
      {children}
    </button>
  );
}

/** The heading that the tabulator key reaches first; the others are reached with the arrow keys. */
const FIRST_HEADING: Region = 'museum';
