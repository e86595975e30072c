import { useEffect, useRef, useState, type ReactNode } from 'react';

/**
 * Renders its children once the reader scrolls near them (a third of a screen), and keeps them: what is below
 * the fold costs nothing before. Print shows everything.
 */
export function WhenNear({ fallback, children }: { fallback: ReactNode; children: ReactNode }) {
  const [near, setNear] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const show = () => setNear(true);
    addEventListener('beforeprint', show);
    if (typeof IntersectionObserver === 'undefined') {
      show();
      return () => removeEventListener('beforeprint', show);
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) show();
      },
      { rootMargin: '33% 0px' },
    );
    if (place.current) observer.observe(place.current);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', show);
    };
  }, []);
  return near ? children : <div ref={place}>{fallback}</div>;
}
