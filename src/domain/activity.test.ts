import { expect, test } from 'vitest';
import { activityText, newestFirstActivity } from './activity.ts';
import type { When } from './day.ts';
import { testActivity } from '#testing/activity.ts';

const item = (key: string, when: When | null) =>
  testActivity({ key, when, title: 'OVH SAS', status: 'Pending' });
const at = (text: string): When => ({ kind: 'instant', ms: Date.parse(text) });

test('newest first; within a day moments before what has only a day, in the order it came; undated last', () => {
  const items = [
    item('undated', null),
    item('old', { kind: 'day', day: '2026-01-01' }),
    item('day a', { kind: 'day', day: '2026-03-03' }),
    item('morning', at('2026-03-03T08:00:00Z')),
    item('day b', { kind: 'day', day: '2026-03-03' }),
    item('noon', at('2026-03-03T12:00:00Z')),
  ];
  expect(newestFirstActivity(items, 'UTC').map(({ key }) => key)).toEqual([
    'noon',
    'morning',
    'day a',
    'day b',
    'old',
    'undated',
  ]);
});

test('a search finds names, digits, status, kind and day', () => {
  const text = activityText(item('k', { kind: 'day', day: '2026-03-03' }));
  for (const word of ['ovh', '4242', 'pending', 'purchase', '2026-03']) expect(text).toContain(word);
});
