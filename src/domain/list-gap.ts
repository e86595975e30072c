/** A list that the server says is only a part. A list without such a note counts as complete. */
export interface ListGap {
  /** Entries that came. */
  readonly came: number;
  /** All there are; null where the server only says that there are more. */
  readonly total: number | null;
}

/** "37 more U.S. cards". */
export const unlisted = ({ came, total }: ListGap, noun: string): string =>
  total === null ? `more ${noun}` : `${(total - came).toLocaleString('en-US')} more ${noun}`;

/** "only the first 20 of 57 U.S. cards". */
export const firstOf = ({ came, total }: ListGap, noun: string): string =>
  `only the first ${came.toLocaleString('en-US')} ${total === null ? '' : `of ${total.toLocaleString('en-US')} `}${noun}`;

/**
 * "2 entries of Laso’s answer could not be read": shown beside the readable entries, so that their count does
 * not pass for the total.
 */
export const unreadEntries = (count: number): string =>
  `${count === 1 ? 'One entry' : `${count.toLocaleString('en-US')} entries`} of Laso’s answer could not be read`;
