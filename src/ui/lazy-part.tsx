import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';

/**
 * A part of a page in its own chunk. When the chunk cannot be loaded, only this part fails, and it can be
 * retried. `what` begins the sentence: "The lists". `meanwhile` is shown while it is fetched.
 */
export function lazyPart<Props extends object>(
  what: string,
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): ComponentType<Props> {
  let fetched: ComponentType<Props> | null = null;
  return function LazyPart(props: Props) {
    const [state, setState] = useState<'ready' | 'loading' | 'failed'>(fetched ? 'ready' : 'loading');
    useEffect(() => {
      if (state !== 'loading') return undefined;
      let here = true;
      load().then(
        (part) => {
          fetched = part;
          if (here) setState('ready');
        },
        () => here && setState('failed'),
      );
      return () => {
        here = false;
      };
    }, [state]);
    const Part = fetched;
    if (Part && state === 'ready') return <Part {...props} />;
    if (state === 'loading') return meanwhile;
    return (
      <ErrorState
        title={`${what} could not be loaded.`}
        detail="Check the connection. Nothing was changed or paid."
        onRetry={() => setState('loading')}
      />
    );
  };
}
