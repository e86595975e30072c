import { useCallback, useEffect, useState } from 'react';

/**
 * Code that is fetched when first shown: null on its way, and when it could not be fetched (`failed`; `retry`
 * tries again). `load` keeps its identity as long as the same code is wanted.
 */
export function useFetchedCode<T>(load: () => Promise<T>): {
  code: T | null;
  failed: boolean;
  retry: () => void;
} {
  const [code, setCode] = useState<T | null>(null);
  const [failed, setFailed] = useState(false);
  const fetchIt = useCallback(() => {
    load().then(
      (loaded) => setCode(() => loaded),
      () => setFailed(true),
    );
  }, [load]);
  useEffect(fetchIt, [fetchIt]);
  const retry = (): void => {
    setFailed(false);
    fetchIt();
  };
  return { code, failed, retry };
}
