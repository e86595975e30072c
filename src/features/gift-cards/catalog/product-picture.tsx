import { useState } from 'react';
import { useConfig } from '#config/config-context.ts';
import { pictureUrl } from '#domain/picture-url.ts';
import { classNames } from '#ui/class-names.ts';

interface ProductPictureProps {
  name: string;
  url: string | null;
  className?: string | undefined;
}

/** A product's picture; a drawn one where it is missing, fails, or comes from a host the operator has not listed. Says nothing the name does not. */
export function ProductPicture({ name, url, className }: ProductPictureProps) {
  const { imageHosts } = useConfig();
  const [failed, setFailed] = useState<string | null>(null);
  const src = pictureUrl(url, imageHosts);
  const frame = classNames(
    'relative block aspect-8/5 overflow-hidden rounded-panel border border-hairline',
    className,
  );
  if (src === null || src === failed)
    return (
      <span aria-hidden="true" className={classNames(frame, DRAWN, `tint-${tintOf(name)}`)}>
        <span className="absolute -top-1/3 -right-1/6 aspect-square h-full rounded-full border-16 border-current opacity-15" />
        <span className="absolute bottom-3 left-4 text-lg font-semibold">{initials(name)}</span>
      </span>
    );
  return (
    <span className={classNames(frame, 'bg-sunken')}>
      <img
        src={src}
        alt=""
        width={320}
        height={200}
        loading="lazy"
        decoding="async"
        referrerPolicy="no-referrer"
        className="size-full object-cover"
        onError={() => setFailed(src)}
      />
    </span>
  );
}

const DRAWN = 'bg-[color-mix(in_srgb,var(--tint)_14%,var(--surface))] text-[var(--tint)]';

/** The first letters of the first two words that have one. */
const initials = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? [])
    .slice(0, 2)
    .join('')
    .toUpperCase();

const TINTS = 8;

/** The same name, the same tint. */
function tintOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_973;
  return sum % TINTS;
}
