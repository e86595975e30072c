import { Notice } from '#ui/notice.tsx';
import type { SignatureTerms } from './sign-in-terms.ts';

/** What the wallet will be asked, before it is asked; or why it will not be. */
export function SignatureReview({ terms, walletName }: { terms: SignatureTerms; walletName: string }) {
  if (terms.problems.length > 0)
    return (
      <Notice tone="danger" title="The message to sign is not a sign-in at Laso, so it is not signed here.">
        <ul className="my-1 list-disc pl-5 break-words">
          {terms.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
        <p>Nothing was signed. If this keeps happening, tell whoever runs this page.</p>
      </Notice>
    );
  const { domain } = terms.info;
  return (
    <>
      {domain !== location.host && (
        <Notice
          tone="caution"
          title={`${walletName} may warn that ${domain} is not the address of this page.`}
        >
          That is expected: the message is for Laso ({domain}), and you are at {location.host}. This page has
          checked that it names Laso and nobody else.
        </Notice>
      )}
      <figure className="flex flex-col gap-2">
        <figcaption className="text-sm text-muted">
          Your wallet will ask you to sign exactly this. It is free, moves no money and works once.
        </figcaption>
        <pre
          translate="no"
          className="overflow-x-auto rounded-control bg-sunken p-4 font-mono text-mono wrap-anywhere whitespace-pre-wrap"
        >
          {terms.message}
        </pre>
      </figure>
    </>
  );
}
