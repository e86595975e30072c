import { useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';

/** Marks the history entry as ours: it follows the field, and the field must not follow it. */
const TYPED = 'typed';

/**
 * The text of a search field, kept in the address as `?q=`. The router brings a new address with a transition, too late for a field somebody
 * is typing in, so the field has its own state and follows the address only when that was changed by somebody else (a link, Back).
 */
export function useSearchText(): [string, (text: string) => void] {
  const { key, state } = useLocation();
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState(params.get('q') ?? '');
  const [seenKey, setSeenKey] = useState(key);
  if (key !== seenKey) {
    setSeenKey(key);
    if (state !== TYPED) setText(params.get('q') ?? '');
  }
  return [
    text,
    (next) => {
      setText(next);
      setParams(next ? { q: next } : {}, { replace: true, state: TYPED });
    },
  ];
}
