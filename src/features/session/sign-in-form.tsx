import { useState } from 'react';
import type { LinkSecrets } from '#laso/login-link.ts';
import { readLoginLink, type PastedLink } from '#laso/pasted-link.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { Panel } from '#ui/panel.tsx';
import { TextArea } from '#ui/text-area.tsx';

/** A sentence that gets a link out of any agent that can use Laso (laso-api.md, `GET /get-auth-link`). */
const ASK_AGENT =
  'Please call GET https://laso.finance/get-auth-link with your Laso Bearer token and send me the auth_url from its answer as plain text. Do not open it yourself: it works only once.';

/** Why nothing of what was pasted is used; null when a key was found. */
function problemOf(link: PastedLink): string | null {
  if (link.refused === 'too-long')
    return 'This is far too long for a login link. Copy only the link, from https to its end.';
  if (link.refused === 'broken')
    return 'This link is broken into lines, and its end is missing or cannot be told from what follows. Nothing was sent. Copy only the link, from https to its end, and paste it again.';
  if (link.authTokens.length + link.codes.length > 0) return null;
  return 'This contains no login link. Paste the whole link your agent sent you, from https to the end.';
}

interface SignInFormProps {
  keep: boolean;
  onKeepChange: (keep: boolean) => void;
  onLink: (secrets: LinkSecrets) => void;
}

/** The main door where this page is not on laso.finance: opening the real link there would use it up, so it is pasted (product.md §1). */
export function SignInForm({ keep, onKeepChange, onLink }: SignInFormProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);

  return (
    <div className="flex max-w-prose flex-col gap-8">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const link = readLoginLink(text);
          const problem = problemOf(link);
          if (problem !== null) {
            setError(problem);
            return;
          }
          setText('');
          onLink({ authTokens: link.authTokens, codes: link.codes });
        }}
      >
        <TextArea
          label="Login link or key"
          hint="Copy the link your agent sent you and paste it here. Do not open it: opening uses it up."
          error={error && <span role="alert">{error}</span>}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setError(null);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
          rows={2}
          enterKeyHint="go"
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder="https://laso.finance/?authToken=…"
        />
        <Checkbox
          label="Keep me signed in"
          hint={keep ? 'On this device, until you sign out.' : 'Only in this tab, until you close it.'}
          checked={keep}
          onChange={(event) => onKeepChange(event.target.checked)}
        />
        <div>
          <Button type="submit" variant="primary" size="large">
            Continue
          </Button>
        </div>
      </form>
      <Panel title="No link yet?">
        <p>Send your agent this sentence; it answers with a link.</p>
        <blockquote className="border-l-2 border-hairline pl-4 text-muted">{ASK_AGENT}</blockquote>
        <div>
          <CopyButton label="Copy the sentence" getText={() => ASK_AGENT} variant="secondary" />
        </div>
      </Panel>
    </div>
  );
}
