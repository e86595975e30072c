import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const COMPRESSED = /^(?:text\/|application\/json|application\/manifest|image\/svg)/;

const zip = promisify(gzip);
/** By content: the same build is served many times in a test run. */
const zipped = new Map<string, Promise<Buffer>>();

export const contentTypeOf = (path: string): string =>
  CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';

/** A file inside `folder`, or null; never one outside of it, whatever the path says. */
export async function fileIn(folder: string, path: string): Promise<Buffer | null> {
  const decoded = decode(path);
  if (decoded === null || decoded.includes('\0')) return null;
  const full = normalize(join(folder, decoded));
  if (!full.startsWith(normalize(folder) + sep)) return null;
  return readFile(full).catch(() => null);
}

/**
 * Text compressed as any real server would send it, so that
 * measured transfers are honest; null when it is not worth it.
 */
export async function compressed(body: Buffer | string, contentType: string): Promise<Buffer | null> {
  if (!COMPRESSED.test(contentType)) return null;
  const key = body.toString();
  const known = zipped.get(key) ?? zip(body);
  zipped.set(key, known);
  return known;
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
