// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { setAlertRule } from './alerts.ts';
import { ALERTS_KEY } from './keys.ts';
import { orderAlertCents } from './order-alert.ts';

afterEach(() => localStorage.clear());

test('the limit of one order is what its alert is set to, and none while it is off', () => {
  expect(orderAlertCents()).toBeNull();
  setAlertRule('order', { on: true, limitCents: 12_345 }, 1);
  expect(orderAlertCents()).toBe(12_345);
  setAlertRule('order', { on: false }, 2);
  expect(orderAlertCents()).toBeNull();
});

test('what cannot be read is no limit', () => {
  localStorage.setItem(ALERTS_KEY, '{broken');
  expect(orderAlertCents()).toBeNull();
});
