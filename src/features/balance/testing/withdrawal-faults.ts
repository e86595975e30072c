/** For tests: what the sandbox can do to a withdrawal and to the reads around it (sandbox/README.md, "Faults"). */
import { GATEWAY_PAGES, GATEWAY_STATUSES, type Fault } from '#sandbox/control/faults.ts';

type Pick = <T>(list: readonly T[]) => T;
type Strike = (pick: Pick) => readonly Partial<Fault>[];

/** What a server carries out late and a history lists late is together less than the minute for which the page waits. */
export const LATEST_SEC = 25;
const STALE_MS = [5_000, 15_000, 30_000];
const LASTING_MS = [3_000, 8_000, 20_000];

const gateway = (pick: Pick): Partial<Fault> => ({
  kind: 'gateway',
  status: pick(GATEWAY_STATUSES),
  page: pick(GATEWAY_PAGES),
  cors: pick([true, true, true, false]),
});
const POST = { route: 'withdraw' } as const;
const post =
  (fault: Partial<Fault>): Strike =>
  () => [{ ...POST, ...fault }];
const LISTS = ['get-withdrawal-status', 'get-account-balance'];

export const WITHDRAW_FAULTS: ReadonlyMap<string, Strike> = new Map<string, Strike>([
  ['never arrives', post({ kind: 'drop-before' })],
  ['answer lost', post({ kind: 'drop-after-settlement' })],
  ['half an answer', post({ kind: 'malformed-json' })],
  ['carried out late', post({ kind: 'slow', before: true, ms: 2 ** 40 })],
  ['answered late', post({ kind: 'slow', before: false, ms: 2 ** 40 })],
  ['500', post({ kind: 'error-before-settlement' })],
  ['429', post({ kind: 'rate-limited' })],
  ['frozen', post({ kind: 'frozen' })],
  ['refused', (pick) => [{ ...POST, kind: 'refused', status: pick([400, 401, 403, 404, 409]) }]],
  // Chromium sends a POST again by itself (lessons.md 33); the first answer is lost.
  ['twice', post({ kind: 'duplicate' })],
  [
    'twice, then gateway',
    (pick) => [
      { ...POST, kind: 'duplicate' },
      { ...POST, ...gateway(pick), repeat: true, before: true },
    ],
  ],
  [
    'twice, then refused',
    (pick) => [
      { ...POST, kind: 'duplicate' },
      { ...POST, kind: 'refused', repeat: true, status: pick([400, 401, 403, 404, 409, 429]) },
    ],
  ],
  [
    'twice, then a gateway for everything',
    (pick) => {
      const fault = gateway(pick);
      return [
        { ...POST, kind: 'duplicate' },
        { ...POST, ...fault, repeat: true, before: true },
        ...LISTS.map((route) => ({ ...fault, route, before: true, lastsMs: pick(LASTING_MS) })),
      ];
    },
  ],
  ['gateway before', (pick) => [{ ...POST, ...gateway(pick), before: true }]],
  ['gateway after', (pick) => [{ ...POST, ...gateway(pick) }]],
  ['replayed before', (pick) => [{ ...POST, kind: 'replayed', before: true, back: pick([1, 2, 3]) }]],
  ['replayed after', (pick) => [{ ...POST, kind: 'replayed', back: pick([1, 2, 3]) }]],
]);

export const LOOK_FAULTS: ReadonlyMap<string, Strike> = new Map<string, Strike>([
  [
    'reads by a gateway',
    (pick) => {
      const fault = gateway(pick);
      return LISTS.map((route) => ({ ...fault, route, lastsMs: pick(LASTING_MS) }));
    },
  ],
  [
    'history is 404',
    (pick) => [
      {
        kind: 'gateway',
        status: 404,
        page: pick(GATEWAY_PAGES),
        route: 'get-withdrawal-status',
        lastsMs: pick(LASTING_MS),
      },
    ],
  ],
  [
    'reads lag',
    (pick) => {
      const ms = pick(STALE_MS);
      return LISTS.map((route) => ({ kind: 'stale-list' as const, route, ms, lastsMs: 2 ** 40 }));
    },
  ],
  [
    'history lags',
    (pick) => [{ kind: 'stale-list', route: 'get-withdrawal-status', ms: pick(STALE_MS), lastsMs: 2 ** 40 }],
  ],
  [
    'history cut off',
    (pick) => [{ kind: 'malformed-json', route: 'get-withdrawal-status', lastsMs: pick(LASTING_MS) }],
  ],
]);
