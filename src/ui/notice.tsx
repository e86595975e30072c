import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type NoticeTone = 'info' | 'positive' | 'caution' | 'danger';

type NoticeProps = {
  tone?: NoticeTone | undefined;
  /** What happened, in one sentence. */
  title?: ReactNode;
  /** What it means for the money and what to do. */
  children?: ReactNode;
  actions?: ReactNode;
};

const tones: Record<NoticeTone, string> = {
  info: 'border-hairline bg-surface',
  positive: 'border-positive-line bg-positive-soft',
  caution: 'border-caution-line bg-caution-soft',
  danger: 'border-danger-line bg-danger-soft',
};
const titles: Record<NoticeTone, string> = {
  info: 'text-ink',
  positive: 'text-positive',
  caution: 'text-caution',
  danger: 'text-danger',
};

/**
 * A message in the page. `danger` interrupts (role alert), every other tone is announced when there is a
 * pause (role status).
 */
export function Notice({ tone = 'info', title, children, actions }: NoticeProps) {
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={classNames(
        'flex flex-wrap items-center gap-x-6 gap-y-3 rounded-panel border px-4 py-3',
        tones[tone],
      )}
    >
      <div className="min-w-0 flex-1 basis-64">
        {title && <p className={classNames('font-semibold', titles[tone])}>{title}</p>}
        {children && <div className="max-w-prose text-ink">{children}</div>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
