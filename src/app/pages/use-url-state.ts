import { useState } from 'react';
import { useLocation, useNavigationType, useSearchParams } from 'react-router';

/** Marks the history entry as ours: it follows the page, and the page must not follow it. */
const OURS = 'ours';

/**
 * What a page shows of its data, kept in the address as search parameters. The router brings a new address with a transition, too late for a field
 * somebody is typing in, so the page has its own state and follows the address only when that was changed by somebody else (a link, Back,
 * Forward). `usual`, the same object each time, names the parameters and is what they mean when they are not there; other parameters stay.
 *
 * A change that was `typed` belongs to the history entry one is on; one that was `chosen` makes a new one, so that Back undoes it.
 */
export function useUrlState<Values extends Record<string, string>>(
  usual: Values,
): [Values, (change: Partial<Values>, by: 'typed' | 'chosen') => void] {
  const { key, state } = useLocation();
  const arrivedBy = useNavigationType();
  const [params, setParams] = useSearchParams();
  const [values, setValues] = useState(() => valuesOf(params, usual));
  const [seenKey, setSeenKey] = useState(key);
  if (key !== seenKey) {
    setSeenKey(key);
    if (state !== OURS || arrivedBy === 'POP') setValues(valuesOf(params, usual));
  }
  return [
    values,
    (change, by) => {
      const next = { ...values, ...change };
      setValues(next);
      setParams(paramsWith(params, next, usual), { replace: by === 'typed', state: OURS });
    },
  ];
}

function valuesOf<Values extends Record<string, string>>(params: URLSearchParams, usual: Values): Values {
  const told = Object.keys(usual).flatMap((name) => {
    const value = params.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { ...usual, ...Object.fromEntries(told) };
}

function paramsWith(
  params: URLSearchParams,
  values: Record<string, string>,
  usual: Record<string, string>,
): URLSearchParams {
  const next = new URLSearchParams(params);
  // Always in the same order: the same view is the same address.
  for (const [name, usually] of Object.entries(usual)) {
    next.delete(name);
    const value = values[name] ?? usually;
    if (value !== usually) next.append(name, value);
  }
  return next;
}
