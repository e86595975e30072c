import { expect, test } from 'vitest';
import { readSwitches, SWITCH_OPTIONS, switchesBody } from './read-switches.ts';
import { DEFAULT_SWITCHES } from './switches.ts';

test('every switch is an option of the command line and of the control route', () => {
  const names = Object.keys(DEFAULT_SWITCHES).toSorted();
  expect(Object.keys(SWITCH_OPTIONS).toSorted()).toEqual(names);
  expect(Object.keys(switchesBody.shape).toSorted()).toEqual(names);
  expect(switchesBody.safeParse(DEFAULT_SWITCHES).success).toBe(true);
});

test('words, numbers and flags are read; other options and missing ones change nothing', () => {
  const given = { cardLines: 'text', x402Version: '1', intlFeeRate: '0.01', reloadableCards: 'true' };
  expect(readSwitches({ ...given, port: '4020', auth: undefined, ten: true })).toEqual({
    cardLines: 'text',
    x402Version: 1,
    intlFeeRate: 0.01,
    reloadableCards: true,
  });
});

test('a value that a switch does not have is refused with the switch’s name', () => {
  expect(() => readSwitches({ cardLines: 'words' })).toThrow(/cardLines/);
  expect(() => readSwitches({ refreshesPerDay: '13' })).toThrow(/refreshesPerDay/);
});
