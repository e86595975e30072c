const clock = new Intl.DateTimeFormat('en-US', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** "14:32:05" in the reader's zone: for what happened or will happen within minutes. */
export const clockTime = (ms: number): string => clock.format(ms);
