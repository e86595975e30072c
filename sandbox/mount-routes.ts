import type { SandboxApp, SandboxContext } from './context.ts';
import { mountControl, type ControlActions } from './control/control-routes.ts';
import { mountRateHeaders } from './control/rate-headers.ts';
import { mountFaults } from './control/fault-middleware.ts';
import { mountExplorer } from './explorer.ts';
import { mountAuth } from './routes/auth.ts';
import { mountCancelIntlOrder } from './routes/cancel-intl-order.ts';
import { mountGetAccountBalance } from './routes/get-account-balance.ts';
import { mountGetAuthLink } from './routes/get-auth-link.ts';
import { mountGetCard } from './routes/get-card.ts';
import { mountGetCardData } from './routes/get-card-data.ts';
import { mountGetPushToCard } from './routes/get-push-to-card.ts';
import { mountIdentity } from './routes/identity.ts';
import { mountIssuerDocuments } from './routes/issuer-documents.ts';
import { mountOrderGiftCard } from './routes/order-gift-card.ts';
import { mountPictures } from './routes/pictures.ts';
import { mountOrderIntlCard } from './routes/order-intl-card.ts';
import { mountRedeemCode } from './routes/redeem-code.ts';
import { mountGetWithdrawalStatus } from './routes/get-withdrawal-status.ts';
import { mountRefreshCardData } from './routes/refresh-card-data.ts';
import { mountSearchGiftCards } from './routes/search-gift-cards.ts';
import { mountSearchMerchants } from './routes/search-merchants.ts';
import { mountWithdraw } from './routes/withdraw.ts';

/** A new route is a file in `routes/` and a line here. */
const ROUTES = [
  mountAuth,
  mountGetAuthLink,
  mountGetCard,
  mountOrderIntlCard,
  mountCancelIntlOrder,
  mountGetCardData,
  mountRefreshCardData,
  mountGetAccountBalance,
  mountSearchGiftCards,
  mountOrderGiftCard,
  mountPictures,
  mountIssuerDocuments,
  mountGetPushToCard,
  mountWithdraw,
  mountGetWithdrawalStatus,
  mountSearchMerchants,
  mountIdentity,
  mountRedeemCode,
  mountExplorer,
];

export function mountRoutes(app: SandboxApp, context: SandboxContext, actions: ControlActions): void {
  mountRateHeaders(app, context);
  mountFaults(app, context);
  mountControl(app, context, actions);
  for (const mount of ROUTES) mount(app, context);
}
