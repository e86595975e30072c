import { Notice } from '#ui/notice.tsx';
import { explainLinkProblem, type LinkProblem } from './link-problem.ts';

/** Why a login link cannot be used, or did not lead anywhere. */
export function LinkProblemNotice({ of }: { of: LinkProblem }) {
  const { title, detail } = explainLinkProblem(of);
  return (
    <Notice tone="danger" title={title}>
      {detail}
    </Notice>
  );
}
