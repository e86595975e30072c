import { expect, test } from 'vitest';
import { isOwnAnswer } from './own-answer.ts';

const json = 'application/json; charset=utf-8';

test.each([
  ['a 200 with an object', { status: 200, contentType: json, body: {} }],
  ['a 204', { status: 204, contentType: null, body: undefined }],
  ['an error with its text', { status: 404, contentType: json, body: { error: 'Card not found' } }],
  ['problem+json', { status: 400, contentType: 'application/problem+json', body: { error: 'no' } }],
  ['a callable’s error', { status: 400, contentType: json, body: { error: { status: 'X', message: 'no' } } }],
  ['a challenge in the body', { status: 402, contentType: json, body: { accepts: [] } }],
  ['a challenge in the header', { status: 402, contentType: json, body: {} }],
  [
    'a frozen account without more',
    { status: 403, contentType: json, body: { frozen_message: 'In review.' } },
  ],
  [
    'a code that only Laso writes',
    { status: 404, contentType: json, body: { message: 'No.', code: 'unknown_laso_server_id' } },
  ],
  ['guidance', { status: 402, contentType: json, body: { x_laso_guidance: 'The fee comes on top.' } }],
  ['a failed settlement', { status: 402, contentType: json, body: { success: false } }],
])('Laso’s own: %s', (_, answer) => {
  expect(isOwnAnswer(answer)).toBe(true);
});

test.each([
  ['an HTML page with 200', { status: 200, contentType: 'text/html', body: undefined }],
  ['an HTML page with 404', { status: 404, contentType: 'text/html', body: undefined }],
  ['JSON text of another type', { status: 404, contentType: 'text/html', body: { error: 'Not found' } }],
  ['a gateway’s words', { status: 401, contentType: json, body: { message: 'Unauthorized' } }],
  [
    'a gateway’s detail',
    { status: 403, contentType: json, body: { detail: 'Not available in your region' } },
  ],
  ['a host’s code', { status: 404, contentType: json, body: { code: 'not_found', message: 'No route' } }],
  ['a host’s number', { status: 401, contentType: json, body: { code: 401, message: 'Unauthorized' } }],
  [
    'a database’s hint',
    { status: 401, contentType: json, body: { code: 'PGRST301', hint: 'Renew it.', message: 'JWT expired' } },
  ],
  [
    '"terminal" without its text',
    { status: 404, contentType: json, body: { terminal: true, message: 'No' } },
  ],
  ['a wait without its text', { status: 401, contentType: json, body: { retry_after_seconds: 9 } }],
  ['an empty mark', { status: 403, contentType: json, body: { frozen_message: ' ' } }],
  ['an empty error', { status: 403, contentType: json, body: {} }],
  ['an error that is no text', { status: 403, contentType: json, body: { error: 403 } }],
  ['a list', { status: 200, contentType: json, body: [] }],
  ['no type', { status: 200, contentType: null, body: {} }],
])('F2, F6, A2: not Laso’s own: %s', (_, answer) => {
  expect(isOwnAnswer(answer)).toBe(false);
});
