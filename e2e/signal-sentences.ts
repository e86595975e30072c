import type { CARD_SIGNAL_KINDS } from '#sandbox/scenarios/signals/signal-scenarios.ts';

/** The words that only this kind says, and what its evidence leads to. */
export const SENTENCES: Record<
  (typeof CARD_SIGNAL_KINDS)[number],
  { sentence: RegExp; rests: 'cards' | 'purchases' | 'neither' }
> = {
  'stranded-money': { sentence: /^\$6\.79 is left in small amounts on 2 cards\.$/, rests: 'cards' },
  'expiring-money': {
    sentence: /^\$40\.00 is left on card •••• \d{4}, which expires in about 1\d days\.$/,
    rests: 'cards',
  },
  'ready-but-unused': {
    sentence: /^Nothing was bought with card •••• \d{4} in (8|9|10) days; it holds \$(50|100)\.00\.$/,
    rests: 'cards',
  },
  'balance-too-old': {
    sentence: /^The balance of card •••• \d{4} \(Ready, \$50\.00\) is [45] days old\.$/,
    rests: 'cards',
  },
  'split-orders': {
    sentence: /^3 cards worth \$1,200\.00 were ordered within ten minutes\.$/,
    rests: 'cards',
  },
  'fee-drift': {
    sentence: /^A card of \$250\.00 was charged \$262\.00: a fee of \$12\.00, where \$9\.50 is documented\.$/,
    rests: 'cards',
  },
  'unusual-amount': {
    sentence: /^\$78\.00 at DigitalOcean.* with card •••• \d{4}; a typical purchase there is \$12\.00\.$/i,
    rests: 'purchases',
  },
  'new-merchant': {
    sentence: /^\$45\.00 went to Casino Royale, where nothing was bought before\.$/i,
    rests: 'purchases',
  },
  'spend-jump': {
    // Lines are dated in Eastern time: early in the day here, what was bought a minute ago is yesterday's.
    sentence: /^\$60\.00 was spent (today|yesterday); the four weeks before averaged \$17\.86 a day\.$/,
    rests: 'purchases',
  },
  'late-card': {
    sentence:
      /^A U\.S\. card of \$25\.00 has been pending for 2\d minutes\. It usually takes 7 to 10 seconds\.$/,
    rests: 'cards',
  },
  'late-order': {
    sentence: /^An international card of \$100\.00 has been in Laso’s queue for 30 hours\./,
    rests: 'cards',
  },
  'late-refund': {
    sentence:
      /^The refund of card .* \(\$150\.00\) is waiting\. Laso does not say since when; it may have been requested as early as /,
    rests: 'cards',
  },
  'late-withdrawal': {
    sentence: /^A withdrawal of \$20\.00 has been on its way for 2 hours\. It usually takes minutes\.$/,
    rests: 'neither',
  },
};
