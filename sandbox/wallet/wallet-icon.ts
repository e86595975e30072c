const svg = [
  '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 96 96">',
  '<rect width="96" height="96" rx="20" fill="#e8dcc0"/>',
  '<path d="M20 36h50a6 6 0 0 1 6 6v26a6 6 0 0 1-6 6H26a6 6 0 0 1-6-6z" fill="#6b5a34"/>',
  '<path d="M20 38v-6a6 6 0 0 1 6-6h36v10z" fill="#8b7748"/>',
  '<circle cx="63" cy="55" r="5" fill="#e8dcc0"/>',
  '</svg>',
].join('');

/**
 * EIP-6963 wants a data URI, the Wallet Standard one in
 * base64; `img-src data:` of the page's policy allows it.
 */
export const WALLET_ICON = `data:image/svg+xml;base64,${btoa(svg)}` as const;
