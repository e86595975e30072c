/** Two sheets; a tick once it is done. */
export function CopyIcon({ done }: { done: boolean }) {
  return (
    <svg
      viewBox="0 0 16 16"
      className="size-4 shrink-0 fill-none stroke-current"
      strokeWidth="1.5"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {done ? (
        <path d="m3 8.5 3.5 3.5L13 5" />
      ) : (
        <>
          <rect x="5.75" y="5.75" width="7.5" height="7.5" rx="1.5" />
          <path d="M3.5 10.25h-.25a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v.25" />
        </>
      )}
    </svg>
  );
}
