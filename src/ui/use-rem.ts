import { useEffect, useState } from 'react';

/**
 * 1 rem in px. Read once and with every change of the window (which a zoom is), never while drawing: the
 * browser would have to work out styles.
 */
export function useRem(): number {
  const [rem, setRem] = useState(readRem);
  useEffect(() => {
    const read = () => setRem(readRem());
    addEventListener('resize', read);
    return () => removeEventListener('resize', read);
  }, []);
  return rem;
}

const readRem = (): number => Number.parseInt(getComputedStyle(document.documentElement).fontSize, 10) || 16;
