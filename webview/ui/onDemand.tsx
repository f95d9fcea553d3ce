import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import * as l10n from '@vscode/l10n';

type Loading<P> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly Component: ComponentType<P> }
  | { readonly kind: 'failed' };

/**
 * A component whose code is a script of its own, loaded when it is shown for the first time. Until then, and while it is
 * loaded, it shows nothing. Where the script is missing, as after an update of the extension, it says what to do.
 *
 * @param load a dynamic `import()` of the component
 */
export function onDemand<P extends object>(
  load: () => Promise<ComponentType<P>>,
): (props: P) => JSX.Element | null {
  let known: Loading<P> = { kind: 'loading' };
  return function OnDemand(props: P): JSX.Element | null {
    const [state, setState] = useState(known);
    useEffect(() => {
      if (known.kind === 'loaded') {
        return;
      }
      let isWanted = true;
      const show = async (): Promise<void> => {
        let next: Loading<P>;
        try {
          next = known = { kind: 'loaded', Component: await load() };
        } catch {
          next = { kind: 'failed' };
        }
        if (isWanted) {
          setState(next);
        }
      };
      void show();
      return () => {
        isWanted = false;
      };
    }, []);
    switch (state.kind) {
      case 'loaded':
        return <state.Component {...props} />;
      case 'failed':
        return (
          <p role="alert">
            {l10n.t('This part of the panel could not be loaded. Close the lesson and open it again.')}
          </p>
        );
      case 'loading':
        return null;
    }
  };
}
