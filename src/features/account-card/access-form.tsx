import { useState } from 'react';
import type { AccountCardConfig } from '#laso/account-card/account-card-client.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';
import './account-card.css';
import { Problem } from './problem.tsx';
import { enterProgramme, readAccessToken, useProgrammeAccess } from './programme-access.ts';

/** The door: the programme's own access token, which this page never writes down. */
export function AccessForm({ config }: { config: AccountCardConfig }) {
  const refusal = useProgrammeAccess((state) => state.refusal);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <form
      className="flex max-w-prose flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const token = readAccessToken(text);
        if (token === null) setWrong(true);
        else enterProgramme(config, token);
      }}
    >
      <Problem error={refusal} />
      {/* Not a password field: browsers offer to keep those. */}
      <TextField
        label="Access token"
        className="concealed"
        hint="From the card program’s own app or support. It stays in this page’s memory: a reload, leaving the dashboard or signing out forgets it."
        error={
          wrong && (
            <span role="alert">
              This is not an access token. Paste it whole, without spaces or line breaks.
            </span>
          )
        }
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setWrong(false);
        }}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      <div>
        <Button type="submit" variant="primary" size="large">
          Continue
        </Button>
      </div>
    </form>
  );
}
