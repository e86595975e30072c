import { ALERT_KINDS } from '#domain/alerts/alert-rules.ts';
import { AlertRuleField } from './alert-rule-field.tsx';
import { NotificationSwitch } from './notification-switch.tsx';

/** What to be told about, and how. Alerts warn and stop nothing: the page says what does (product.md §10). */
export function AlertSettings() {
  return (
    <div className="flex flex-col items-start gap-6">
      <p className="max-w-prose">
        Alerts warn while this page is open in a tab. They stop nothing: Laso’s API has no way to stop an
        agent. To stop one, revoke its key where its wallet is kept, move the USDC out of that wallet and
        withdraw the Laso balance.
      </p>
      <ul
        aria-label="Alert rules"
        className="w-full max-w-prose divide-y divide-hairline border-y border-hairline"
      >
        {ALERT_KINDS.map((kind) => (
          <li key={kind} className="py-3">
            <AlertRuleField kind={kind} />
          </li>
        ))}
      </ul>
      <NotificationSwitch />
    </div>
  );
}
