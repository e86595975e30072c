import { use, useState, type ComponentType } from 'react';
import { ErrorState } from '#ui/error-state.tsx';

/**
 * A part of a page on a chunk of its own that fails alone: what stands beside it stays, and it can be tried again. Suspends while it loads.
 * `what` begins the sentence: "The lists".
 */
export function lazyPart<Props extends object>(
  what: string,
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loading: Promise<ComponentType<Props> | null> | null = null;
  // One promise for all: what suspends forgets its state, and asks again.
  const loaded = () => (loading ??= load().catch(() => null));
  return function LazyPart(props: Props) {
    const [part, setPart] = useState(loaded);
    const Part = use(part);
    if (Part) return <Part {...props} />;
    return (
      <ErrorState
        title={`${what} could not be loaded.`}
        detail="Check the connection. Nothing was changed or paid."
        onRetry={() => {
          loading = null;
          setPart(loaded());
        }}
      />
    );
  };
}
