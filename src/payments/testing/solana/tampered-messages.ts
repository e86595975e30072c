/** For tests: each makes another payment out of the reviewed one. */
import type { Address } from '@solana/kit';
import { withData, type Message } from './fake-wallet.ts';
import { LASO, USDC } from './order.ts';

/** An account of the message replaced by another one, wherever it is used. */
const swapped =
  (from: (message: Message) => string, to: string) =>
  (message: Message): Message => ({
    ...message,
    staticAccounts: message.staticAccounts.map((each) => (each === from(message) ? (to as Address) : each)),
  });
const accountOf = (position: number) => (message: Message) =>
  message.staticAccounts[message.instructions[2]?.accountIndices?.[position] ?? -1] ?? '';
const programOf = (instruction: number) => (message: Message) =>
  message.staticAccounts[message.instructions[instruction]?.programAddressIndex ?? -1] ?? '';
const flip = (at: number) => (data: Uint8Array) =>
  data.map((byte, index) => (index === at ? byte ^ 1 : byte));
const repeated =
  (at: number) =>
  (message: Message): Message => ({
    ...message,
    instructions: [...message.instructions, ...message.instructions.slice(at, at + 1)],
  });
const without =
  (at: number) =>
  (message: Message): Message => ({
    ...message,
    instructions: message.instructions.filter((_, index) => index !== at),
  });

export const TAMPERED: [string, (message: Message) => Message][] = [
  ['amount', withData(2, flip(1))],
  ['amount, high byte', withData(2, flip(8))],
  ['decimals', withData(2, flip(9))],
  ['plain transfer instead of a checked one', withData(2, (data) => Uint8Array.of(3, ...data.slice(1, 9)))],
  ['approval instead of a transfer', withData(2, (data) => Uint8Array.of(13, ...data.slice(1)))],
  ['source', swapped(accountOf(0), LASO)],
  ['mint', swapped(accountOf(1), LASO)],
  ['recipient', swapped(accountOf(2), LASO)],
  ['fee payer', swapped((message) => message.staticAccounts[0] ?? '', USDC)],
  ['token program', swapped(programOf(2), 'TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb')],
  ['memo', withData(3, flip(0))],
  ['another program', swapped(programOf(3), '11111111111111111111111111111111')],
  ['a second transfer', repeated(2)],
  ['a second memo', repeated(3)],
  ['a third word on cost', repeated(0)],
  ['no memo', without(3)],
  ['no transfer', without(2)],
  ['another blockhash', (message) => ({ ...message, lifetimeToken: LASO })],
  [
    'another signer',
    (message) => ({
      ...message,
      header: { ...message.header, numSignerAccounts: message.header.numSignerAccounts + 1 },
    }),
  ],
];
