import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { DocumentTitle } from './document-title.tsx';

type PageHeaderProps = {
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
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h1 className="text-xl font-semibold">{title}</h1>
        {/* On a phone what can be done comes after what the page is. */}
        <div
          className={classNames(
            'flex flex-wrap items-center gap-4',
            Boolean(lead) && 'max-sm:order-last max-sm:mt-2',
          )}
        >
          {age}
          {action}
        </div>
        {lead && (
          <div className="basis-full">
            <div className="max-w-prose text-md text-muted">{lead}</div>
          </div>
        )}
      </div>
    </header>
  );
}
