import { compareDays, type Day, type When } from './day.ts';

/** A line as far as finding the load needs it; `null` fields are of a line that could not be read. */
export interface LoadLine {
  amountCents: number | null;
  credit: boolean;
  /** False for attempts that took no money. */
  moved: boolean;
  description: string;
  when: When | null;
}

interface LoadedCard {
  usdAmountCents: number | null;
  availableCents: number | null;
}

/** Who puts the money onto Laso's cards, as the line of it is worded. */
const LOAD_WORDING = /^wegiftusd/i;

/**
 * Which of a card's lines is the load: its own money coming onto it, "loaded" and never "money back"
 * (laso-api.md §4.3). At most one a card: the credit that is worded so, else a credit of the card's amount
 * with no earlier line. `null` when there is none, as in documented answers.
 */
export function loadAmong<T extends LoadLine>(lines: readonly T[], card: LoadedCard): T | null {
  const credits = lines.filter(({ credit, moved, amountCents }) => credit && moved && amountCents !== null);
  const ofCard = ({ amountCents }: T) => amountCents === card.usdAmountCents && amountCents !== 0;
  const order = orderOf(lines);
  const worded = credits.filter(({ description }) => LOAD_WORDING.test(description));
  if (worded.length > 0) return earliest(worded.some(ofCard) ? worded.filter(ofCard) : worded, order);
  const candidate = earliest(credits.filter(ofCard), order);
  return candidate && comesFirst(candidate, lines, order, card) ? candidate : null;
}

interface Order<T> {
  positions: ReadonlyMap<T, number>;
  /**
   * Whether the list says which way it goes; taken for newest first where it does not, as production and the
   * documents have it.
   */
  isKnown: boolean;
  newestFirst: boolean;
}

function orderOf<T extends LoadLine>(lines: readonly T[]): Order<T> {
  const positions = new Map(lines.map((line, at) => [line, at]));
  const dated = lines.filter(({ when }) => when !== null);
  const steps = dated.slice(1).map((line, at) => compareWhen(dated[at]?.when ?? null, line.when));
  const first = steps.find((step) => step !== 0) ?? 0;
  return { positions, isKnown: first !== 0, newestFirst: first >= 0 };
}

/** By what is written, else by the place in the list. */
function isEarlier<T extends LoadLine>(a: T, b: T, { positions, newestFirst }: Order<T>): boolean {
  const written = compareWhen(a.when, b.when);
  if (written !== 0) return written < 0;
  const placed = (positions.get(a) ?? 0) - (positions.get(b) ?? 0);
  return newestFirst ? placed > 0 : placed < 0;
}

const earliest = <T extends LoadLine>(lines: readonly T[], order: Order<T>): T | null =>
  lines.reduce<T | null>((first, line) => (first && !isEarlier(line, first, order) ? first : line), null);

function comesFirst<T extends LoadLine>(
  candidate: T,
  lines: readonly T[],
  order: Order<T>,
  card: LoadedCard,
): boolean {
  const others = lines.filter((line) => line !== candidate && line.moved);
  if (others.some((line) => compareWhen(line.when, candidate.when) < 0)) return false;
  const tied = others.filter((line) => compareWhen(line.when, candidate.when) === 0);
  const placedFirst = !tied.some((line) => isEarlier(line, candidate, order));
  if (order.isKnown || tied.length === 0) return placedFirst;
  // Neither times nor the list's order tell: then what adds up does.
  return addsUpAsLoad(candidate, others, card) ?? placedFirst;
}

/** Null where the sums fit both readings, or neither. */
function addsUpAsLoad(
  candidate: LoadLine,
  others: readonly LoadLine[],
  { availableCents }: LoadedCard,
): boolean | null {
  if (others.some(({ amountCents }) => amountCents === null)) return null;
  const amount = candidate.amountCents ?? 0;
  const debits = sum(others.filter(({ credit }) => !credit));
  // More cannot come back than was spent.
  if (debits < amount) return true;
  if (availableCents === null) return null;
  const left = amount - debits + sum(others.filter(({ credit }) => credit));
  if (availableCents === left) return true;
  return availableCents === left + amount ? false : null;
}

const sum = (lines: readonly LoadLine[]): number =>
  lines.reduce((total, { amountCents }) => total + (amountCents ?? 0), 0);

/**
 * Older first; 0 where the two do not say which is older, such as a day with a time and the same day without.
 */
function compareWhen(a: When | null, b: When | null): number {
  if (a === null || b === null) return 0;
  if (a.kind === 'instant') return b.kind === 'day' ? compareMomentWithDay(a.ms, b.day) : a.ms - b.ms;
  if (b.kind === 'instant') return -compareMomentWithDay(b.ms, a.day);
  return compareDays(a.day, b.day) || (a.clock && b.clock ? compareDays(a.clock, b.clock) : 0);
}

/** A day of an unknown zone begins and ends up to a day away from the same day in UTC. */
function compareMomentWithDay(ms: number, day: Day): number {
  const later = Math.floor((ms - Date.parse(day)) / 86_400_000);
  return Math.abs(later) > 1 ? later : 0;
}
