/** "14:05" → "2:05 PM". */
export function formatClock(clock: string): string {
  const [hour = '', minute = ''] = clock.split(':');
  return `${Number(hour) % 12 || 12}:${minute} ${Number(hour) < 12 ? 'AM' : 'PM'}`;
}
