import { useState } from 'react';
import type { LinkSecrets } from '#laso/login-link.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { Panel } from '#ui/panel.tsx';
import { TextField } from '#ui/text-field.tsx';

/** A sentence that gets a link out of any agent that can use Laso (laso-api.md §1.3). */
const ASK_AGENT =
  'Please call GET https://laso.finance/get-auth-link with your Laso Bearer token and send me the auth_url from its answer as plain text. Do not open it yourself: it works only once.';

/** Fetched when a link is pasted: it is not for those who came with one. */
const loadReader = () => import('#laso/pasted-link.ts');

interface SignInFormProps {
  keep: boolean;
  onKeepChange: (keep: boolean) => void;
  onLink: (secrets: LinkSecrets) => void;
}

/** The main door where this page is not on laso.finance: opening the real link there would use it up, so it is pasted (product.md §1). */
export function SignInForm({ keep, onKeepChange, onLink }: SignInFormProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);

  async function open(pasted: string) {
    const reader = await loadReader().catch(() => null);
    if (!reader) {
      setError(
        'A part of this page could not be loaded. Check your connection and try again. Nothing was sent.',
      );
      return;
    }
    const link = reader.readLoginLink(pasted);
    const problem = reader.pasteProblem(link);
    setError(problem);
    if (problem !== null) return;
    setText('');
    onLink({ authTokens: link.authTokens, codes: link.codes });
  }

  return (
    <div className="flex max-w-prose flex-col gap-8">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void open(text);
        }}
      >
        <TextField
          label="Login link or key"
          hint="Copy the link your agent sent you and paste it here. Do not open it: opening uses it up."
          error={error && <span role="alert">{error}</span>}
          area={{
            rows: 2,
            value: text,
            onChange: (event) => {
              setText(event.target.value);
              setError(null);
            },
            onFocus: () => void loadReader().catch(() => null),
            onKeyDown: (event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            },
            enterKeyHint: 'go',
            autoComplete: 'off',
            autoCorrect: 'off',
            autoCapitalize: 'off',
            spellCheck: false,
            placeholder: 'https://laso.finance/?authToken=…',
          }}
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
