import { useState } from 'react';
import type { AlertKind } from '#domain/alerts/alert-rules.ts';
import { formatCentsPlain } from '#domain/money.ts';
import { readTypedAmount } from '#domain/typed-amount.ts';
import { setAlertRule, useAlerts } from '#storage/alerts.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { TextField } from '#ui/text-field.tsx';
import { RULE_WORDS } from './alert-words.ts';

/** A limit above nothing, or the sentence that says why not. */
function readLimit(text: string): { cents: number; problem: null } | { cents: null; problem: string } {
  const otherwise = 'Enter an amount above $0, such as 25 or 25.50.';
  const { units, problem } = readTypedAmount(text, { otherwise });
  if (units === null) return { cents: null, problem };
  return units > 0 ? { cents: units, problem: null } : { cents: null, problem: otherwise };
}

/** One rule: on or off, and its amount. What is typed counts when the field is left. */
export function AlertRuleField({ kind }: { kind: AlertKind }) {
  const { on, limitCents } = useAlerts(({ rules }) => rules[kind]);
  const [text, setText] = useState<string | null>(null);
  const { label, hint, amount } = RULE_WORDS[kind];
  const { cents, problem } = text === null ? { cents: limitCents, problem: null } : readLimit(text);
  const settle = () => {
    if (text === null || cents === null) return;
    if (cents !== limitCents) setAlertRule(kind, { limitCents: cents }, Date.now());
    setText(null);
  };
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <Checkbox
        label={label}
        hint={hint}
        checked={on}
        className="min-w-0 flex-1 basis-64"
        onChange={(event) => setAlertRule(kind, { on: event.target.checked }, Date.now())}
      />
      {amount && (
        <div className="w-36">
          <TextField
            label={amount}
            labelHidden
            prefix="$"
            inputMode="decimal"
            value={text ?? formatCentsPlain(limitCents).replaceAll(',', '')}
            error={problem !== null && <span role="alert">{problem} The previous amount still applies.</span>}
            onChange={(event) => setText(event.target.value)}
            onBlur={settle}
            onKeyDown={(event) => event.key === 'Enter' && settle()}
          />
        </div>
      )}
    </div>
  );
}
