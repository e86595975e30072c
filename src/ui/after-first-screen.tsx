import { useEffect, useState, type ReactNode } from 'react';

/** A page that nobody touches goes on after this. */
const REST_MS = 6_000;
/** What a person does who reads on; a click mostly leads elsewhere. */
const INPUTS = ['keydown', 'wheel', 'touchmove', 'scroll'] as const;

/**
 * Renders its children once the person reads on, or the page has rested for some seconds: for what the first screen does not need and must not
 * wait for.
 */
export function AfterFirstScreen({ children }: { children: ReactNode }) {
  const [begun, setBegun] = useState(false);
  useEffect(() => {
    const begin = () => setBegun(true);
    const timer = setTimeout(begin, REST_MS);
    for (const input of INPUTS) addEventListener(input, begin, { capture: true, once: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const input of INPUTS) removeEventListener(input, begin, { capture: true });
    };
  }, []);
  return begun ? children : null;
}
