export type CardProduct = 'us' | 'intl';

const LINES = Array.from({ length: 14 }, (_, index) => index);

/** The engraving that tells the products apart without words: waves for U.S., meridians for international. */
export function CardPattern({ product }: { product: CardProduct }) {
  return (
    <svg
      viewBox="0 0 856 540"
      preserveAspectRatio="xMidYMid slice"
      className="absolute inset-0 size-full fill-none stroke-card-line"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      {LINES.map((line) =>
        product === 'us' ? (
          <path
            key={line}
            d={`M0 ${150 + line * 34} C 220 ${40 + line * 34}, 420 ${260 + line * 30}, 856 ${20 + line * 36}`}
          />
        ) : (
          <ellipse key={line} cx="690" cy="270" rx={24 + line * 42} ry="330" />
        ),
      )}
    </svg>
  );
}
