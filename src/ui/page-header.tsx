import type { ReactNode } from 'react';
import { DocumentTitle } from './document-title.tsx';

export type PageHeaderProps = {
  title: string;
  /** Of the browser tab, when it should say more or less than the heading; never a secret. */
  documentTitle?: string | undefined;
  /** Above the heading: where this page belongs, a link back. */
  back?: ReactNode;
  /** The sentence under the heading. */
  lead?: ReactNode;
  /** A `DataAge`. */
  age?: ReactNode;
  /** The one primary action. */
  action?: ReactNode;
};

/** The page's only `h1`, what the data's age is, and the one thing to do next. Sets the document's title. */
export function PageHeader({ title, documentTitle, back, lead, age, action }: PageHeaderProps) {
  return (
    <header className="flex flex-col gap-2">
      <DocumentTitle>{documentTitle ?? title}</DocumentTitle>
      {back && <div className="text-sm">{back}</div>}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1 className="text-xl font-semibold">{title}</h1>
        <div className="flex flex-wrap items-center gap-4">
          {age}
          {action}
        </div>
      </div>
      {lead && <div className="max-w-prose text-md text-muted">{lead}</div>}
    </header>
  );
}
