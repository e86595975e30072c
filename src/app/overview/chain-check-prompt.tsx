import { useEffect, useState } from 'react';
import type { AccountId } from '#domain/account.ts';
import type { Card } from '#domain/card.ts';
import { BASE } from '#domain/chain.ts';
import { loadChainCheck } from '#storage/chain-checks.ts';
import { Button } from '#ui/button.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { Panel } from '#ui/panel.tsx';

const ChainCheckPanel = lazyPart('The check of the chain', () =>
  import('./chain-check-panel.tsx').then((module) => module.ChainCheckPanel),
);

interface ChainCheckDoorProps {
  account: AccountId;
  /** Which account, where several are on screen. */
  name?: string | undefined;
  cards: readonly Card[];
  /** What could not be read of the cards. */
  missing: readonly string[];
}

/** The way to "Check the chain": its code is fetched by whoever asks for it, or has asked before and left a result on this device. */
export function ChainCheckPrompt({ account, name, cards, missing }: ChainCheckDoorProps) {
  const [opened, setOpened] = useState<'closed' | 'by-click' | 'by-result'>('closed');
  useEffect(() => {
    let here = true;
    void hasResult(account).then(
      (has) => here && has && setOpened((now) => (now === 'closed' ? 'by-result' : now)),
    );
    return () => {
      here = false;
    };
  }, [account]);
  return (
    <Panel title={name ? `Payments on the chain: ${name}` : 'Payments on the chain'}>
      {opened === 'closed' ? (
        <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-t border-hairline pt-4">
          <p className="max-w-prose text-muted">
            Compares what Laso lists with what was actually paid from this account’s address, and reads what
            the address still holds. It only reads the chain and moves no money.
          </p>
          <Button onClick={() => setOpened('by-click')}>Check the chain</Button>
        </div>
      ) : (
        <ChainCheckPanel account={account} cards={cards} missing={missing} startNow={opened === 'by-click'} />
      )}
    </Panel>
  );
}

/** Storage that is refused holds none. */
const hasResult = (account: AccountId): Promise<boolean> =>
  loadChainCheck(account, BASE).then(
    (stored) => stored !== undefined,
    () => false,
  );
