import { useState } from 'react';
import type { AlertKind } from '#domain/alerts/alert-rules.ts';
import { formatCentsPlain, parseCents } from '#domain/money.ts';
import { setAlertRule, useAlerts } from '#storage/alerts.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { TextField } from '#ui/text-field.tsx';
import { RULE_WORDS } from './alert-words.ts';

/** One rule: on or off, and its amount. What is typed counts when the field is left. */
export function AlertRuleField({ kind }: { kind: AlertKind }) {
  const { on, limitCents } = useAlerts(({ rules }) => rules[kind]);
  const [text, setText] = useState<string | null>(null);
  const { label, hint, amount } = RULE_WORDS[kind];
  const cents = text === null ? limitCents : parseCents(text.replaceAll(',', ''));
  const valid = cents !== null && cents > 0;
  const settle = () => {
    if (text === null || !valid) return;
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
            value={text ?? formatCentsPlain(limitCents)}
            error={
              !valid && 'Enter an amount above $0, such as 25 or 25.50. The previous amount still applies.'
            }
            onChange={(event) => setText(event.target.value)}
            onBlur={settle}
            onKeyDown={(event) => event.key === 'Enter' && settle()}
          />
        </div>
      )}
    </div>
  );
}
