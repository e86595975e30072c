import { explainLinkError } from '#laso/explain-link.ts';
import { LasoError, type LasoErrorKind } from '#laso/laso-error.ts';
import type { LinkVerdict } from '#laso/login-link.ts';
import { isRefused, LinkMismatch } from './redeem-link.ts';

interface LinkExplanation {
  title: string;
  detail: string;
}

type Problem = Extract<LinkVerdict, { kind: 'problem' }>['problem'];

/** What is wrong: with the link itself, with the page's configuration, or with what redeeming it came to. */
export type LinkProblem =
  | { readonly kind: 'link'; readonly problem: Problem }
  | { readonly kind: 'configuration'; readonly key: string }
  | { readonly kind: 'redeeming'; readonly error: unknown }
  /** Asking Laso whether a token without renewal is good, which does not use it up. */
  | { readonly kind: 'trying'; readonly error: unknown };

const ASK_AGAIN = 'Ask your agent for a new link, and open it once.';

const PROBLEMS: Record<Problem, LinkExplanation> = {
  missing: {
    title: 'This contains no login link.',
    detail: 'Paste the whole link your agent sent you, from https to the end.',
  },
  malformed: { title: 'This link is damaged.', detail: `Part of it is missing or changed. ${ASK_AGAIN}` },
  expired: {
    title: 'This link has expired.',
    detail: `Login links work only for a short time. If this one is new, check this device’s clock. ${ASK_AGAIN}`,
  },
  'wrong-project': {
    title: 'This link belongs to another service.',
    detail: 'It was not made by the Laso account service this page works with. Nothing was sent.',
  },
  unsigned: {
    title: 'This link is not signed.',
    detail: 'Nothing shows who made it, so it was not used. Be careful about where it came from.',
  },
  duplicated: {
    title: 'This link names more than one login.',
    detail: `A real link holds exactly one. Be careful about where it came from. ${ASK_AGAIN}`,
  },
  oversized: {
    title: 'This link is far too long.',
    detail: `It cannot be a login link from Laso. ${ASK_AGAIN}`,
  },
  'unknown-issuer': {
    title: 'This link was made by someone unknown.',
    detail: 'Only links made by Laso are opened here. Nothing was sent.',
  },
  'not-configured': {
    title: 'This page cannot open links like this yet.',
    detail: 'The operator has to complete its configuration.',
  },
};

const explainMissingKey = (key: string): LinkExplanation => ({
  title: 'This page cannot open links like this yet.',
  detail: `The operator has to set “${key}” in the page’s configuration. Your link was not used.`,
});

/** Why redeeming failed. The link may be used up then: it is never tried twice. */
function explainRedeemFailure(error: unknown): LinkExplanation {
  if (error instanceof LinkMismatch)
    return error.reason === 'wrong-project'
      ? PROBLEMS['wrong-project']
      : {
          title: 'The link opened a different account than it named.',
          detail:
            'That session was discarded, and you are not signed in. Be careful about where the link came from.',
        };
  const { title, detail } = explainLinkError(error);
  if (!(error instanceof LasoError)) return { title: 'The link could not be opened.', detail: ASK_AGAIN };
  if (error.kind === 'offline' || error.kind === 'timeout' || error.kind === 'not-laso')
    return { title, detail: `The link may or may not be used up. Check the connection. ${ASK_AGAIN}` };
  return { title, detail };
}

const NOT_ACCEPTED: LinkExplanation = {
  title: 'Laso does not accept this link.',
  detail: `It has expired, was changed, or was never Laso’s. You are not signed in with it, and no session here has changed. Be careful about where it came from. ${ASK_AGAIN}`,
};

const PASSING = new Set<LasoErrorKind>(['offline', 'timeout', 'server', 'rate-limited']);

/** An ID token is not used up by trying it. */
function explainTrial(error: unknown): LinkExplanation {
  if (error instanceof LinkMismatch) return explainRedeemFailure(error);
  if (isRefused(error)) return NOT_ACCEPTED;
  const why = error instanceof LasoError && PASSING.has(error.kind) ? explainLinkError(error).title : null;
  return {
    title: 'Laso could not be asked whether this link is good.',
    detail: [
      why,
      'The link was not used and still works as before; no session here has changed. Try again in a moment.',
    ]
      .filter(Boolean)
      .join(' '),
  };
}

export function explainLinkProblem(of: LinkProblem): LinkExplanation {
  if (of.kind === 'link') return PROBLEMS[of.problem];
  if (of.kind === 'trying') return explainTrial(of.error);
  return of.kind === 'configuration' ? explainMissingKey(of.key) : explainRedeemFailure(of.error);
}
