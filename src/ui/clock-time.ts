const minutes = new Intl.DateTimeFormat('en-US', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const seconds = new Intl.DateTimeFormat('en-US', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** "14:32:05" in the reader's zone: for what happened or will happen within minutes. */
export const clockTime = (ms: number): string => seconds.format(ms);

/** "14:32" in the reader's zone, rounded up: at that minute it has happened. */
export const clockMinute = (ms: number): string => minutes.format(Math.ceil(ms / 60_000) * 60_000);
