/** Where agents shop, with what a purchase there typically costs, in cents. */
export interface Merchant {
  name: string;
  typicalCents: number;
}

export const US_MERCHANTS: readonly Merchant[] = [
  { name: 'OPENAI *API CREDITS', typicalCents: 1_000 },
  { name: 'ANTHROPIC', typicalCents: 1_500 },
  { name: 'GITHUB, INC.', typicalCents: 400 },
  { name: 'VERCEL INC.', typicalCents: 2_000 },
  { name: 'CLOUDFLARE', typicalCents: 500 },
  { name: 'AMAZON WEB SERVICES', typicalCents: 1_840 },
  { name: 'NAMECHEAP', typicalCents: 1_118 },
  { name: 'DIGITALOCEAN.COM', typicalCents: 600 },
  { name: 'AMAZON.COM', typicalCents: 2_349 },
  { name: 'WALMART.COM', typicalCents: 1_874 },
  { name: 'DOORDASH', typicalCents: 2_615 },
  { name: 'UBER EATS', typicalCents: 2_240 },
  { name: 'TWILIO SENDGRID', typicalCents: 1_995 },
  { name: 'NOTION LABS', typicalCents: 1_000 },
  { name: 'SERPER.DEV', typicalCents: 500 },
  { name: 'REPLICATE', typicalCents: 730 },
  { name: 'HUGGING FACE', typicalCents: 900 },
  { name: 'STAPLES', typicalCents: 1_429 },
];

export const INTL_MERCHANTS: readonly Merchant[] = [
  { name: 'Hetzner Online GmbH', typicalCents: 1_190 },
  { name: 'OVH SAS', typicalCents: 840 },
  { name: 'DeepL SE', typicalCents: 899 },
  { name: 'Deutsche Bahn', typicalCents: 2_990 },
  { name: 'JetBrains s.r.o.', typicalCents: 1_690 },
  { name: 'Scaleway SAS', typicalCents: 1_250 },
  { name: 'Spotify AB', typicalCents: 1_199 },
  { name: 'Canva Pty', typicalCents: 1_499 },
  { name: 'Proton AG', typicalCents: 999 },
];
