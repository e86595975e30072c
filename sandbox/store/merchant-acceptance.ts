type Acceptance = 'accepted' | 'not_accepted' | 'unknown';

/** What Laso knows about a merchant: whether its cards worked there when an agent tried. */
interface KnownMerchant {
  name: string;
  url: string;
  us: Acceptance;
  intl: Acceptance;
  description: string | null;
  notes: string | null;
  /** Why no card ever works there; only a newer API says it (switch `restrictionNotes`). */
  restriction?: string;
}

const known = (
  name: string,
  url: string,
  us: Acceptance,
  intl: Acceptance,
  description: string | null = null,
  notes: string | null = null,
): KnownMerchant => ({ name, url, us, intl, description, notes });

/** Banks and money transfer: known to a newer API only, and never accepted. */
export const RESTRICTED_MERCHANTS: readonly KnownMerchant[] = [
  {
    ...known('Sandbox Savings Bank', 'savings.example', 'not_accepted', 'not_accepted', 'Bank'),
    restriction: 'Cards cannot move money to a bank account.',
  },
  {
    ...known('Quick Money Transfer', 'quick-transfer.example', 'not_accepted', 'not_accepted'),
    restriction: 'Cards cannot pay for transfers of money.',
  },
];

/**
 * Names as `scenarios/merchants.ts` has them where both know
 * a merchant, so that a transaction links to its merchant.
 */
export const KNOWN_MERCHANTS: readonly KnownMerchant[] = [
  known('Amazon', 'amazon.com', 'accepted', 'accepted', 'Sells nearly everything'),
  known(
    'Amazon Germany',
    'amazon.de',
    'not_accepted',
    'accepted',
    'Sells nearly everything',
    'Checks the billing address.',
  ),
  known('Amazon Web Services', 'aws.amazon.com', 'accepted', 'unknown', 'Cloud computing'),
  known('Amazon Prime Video', 'primevideo.com', 'unknown', 'unknown', 'Streaming'),
  known('Anthropic', 'anthropic.com', 'accepted', 'accepted', 'AI models'),
  known(
    'Apple',
    'apple.com',
    'not_accepted',
    'accepted',
    'Devices and services',
    'Refuses prepaid cards for subscriptions.',
  ),
  known('Cloudflare', 'cloudflare.com', 'accepted', 'accepted', 'Domains and network'),
  known('DeepL SE', 'deepl.com', 'unknown', 'accepted', 'Translation'),
  known('Deutsche Bahn', 'bahn.de', 'not_accepted', 'accepted', 'Rail tickets'),
  known('DigitalOcean', 'digitalocean.com', 'accepted', 'accepted', 'Cloud computing'),
  known('DoorDash', 'doordash.com', 'accepted', 'not_accepted', 'Food delivery'),
  known('GitHub', 'github.com', 'accepted', 'accepted', 'Code hosting'),
  known(
    'Google Cloud',
    'cloud.google.com',
    'not_accepted',
    'not_accepted',
    'Cloud computing',
    'Refuses prepaid cards.',
  ),
  known(
    'Hetzner Online',
    'hetzner.com',
    'not_accepted',
    'accepted',
    'Servers',
    'May ask for an identity document.',
  ),
  known('Hugging Face', 'huggingface.co', 'accepted', 'unknown', 'AI models'),
  known('Namecheap', 'namecheap.com', 'accepted', 'accepted', 'Domains'),
  known('Netflix', 'netflix.com', 'unknown', 'not_accepted', 'Streaming'),
  known('Notion Labs', 'notion.so', 'accepted', 'accepted', 'Notes'),
  known(
    'OpenAI',
    'openai.com',
    'accepted',
    'accepted',
    'AI models',
    'API credits work; ChatGPT was not tried.',
  ),
  known('OVH', 'ovhcloud.com', 'unknown', 'accepted', 'Servers'),
  known('Proton AG', 'proton.me', 'unknown', 'accepted', 'Mail'),
  known('Replicate', 'replicate.com', 'accepted', 'unknown', 'AI models'),
  known('Serper', 'serper.dev', 'accepted', 'unknown', 'Search API'),
  known('Spotify', 'spotify.com', 'accepted', 'accepted', 'Music'),
  known('Staples', 'staples.com', 'accepted', 'not_accepted', 'Office supplies'),
  known('Uber Eats', 'ubereats.com', 'accepted', 'unknown', 'Food delivery'),
  known('Vercel', 'vercel.com', 'accepted', 'accepted', 'Web hosting'),
  known('Walmart', 'walmart.com', 'accepted', 'not_accepted', 'Retail'),
];

// Part of every answer (`note`).
export const MERCHANT_NOTE =
  'Known here is only where somebody tried a card. What is missing, or unknown, may work all the same.';

/**
 * A country's own domain ending: searches for the U.S. card leave such merchants out (2026-08). Some endings
 * are used everywhere.
 */
export const isForeign = ({ url }: KnownMerchant): boolean =>
  /\.(?!co$|me$|so$|io$|ai$|us$)[a-z]{2}$/.test(url);
