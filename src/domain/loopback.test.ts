import { expect, test } from 'vitest';
import { isLoopback } from './loopback.ts';

test.each([
  ['http://localhost:8080/', true],
  ['http://127.0.0.1/', true],
  ['http://127.1/', true],
  ['http://[::1]:1/', true],
  ['http://127.evil.example/', false],
  ['http://localhost.evil.example/', false],
  ['http://127.0.0.1.evil.example/', false],
  ['http://10.0.0.1/', false],
])('%s is this machine: %s', (url, ours) => expect(isLoopback(new URL(url).hostname)).toBe(ours));
