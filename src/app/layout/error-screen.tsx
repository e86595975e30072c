import { Component, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';

interface ErrorScreenProps {
  children: ReactNode;
  /** What the message stands in, where the page around it broke too. */
  frame?: (message: ReactNode) => ReactNode;
}

/** Catches what a page throws while it is drawn. Shows no stack and no message of the error: either could hold a secret (lessons.md S25). */
export class ErrorScreen extends Component<ErrorScreenProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    const { children, frame = (message) => message } = this.props;
    if (!this.state.failed) return children;
    return frame(
      <>
        <PageHeader title="Something went wrong" />
        <ErrorState
          title="Part of this page failed."
          detail={
            <>
              <p>
                Something may not have loaded. Any payment you had started is kept on this device, under
                Payments.
              </p>
              <p>
                <Button size="small" onClick={() => location.reload()}>
                  Reload the page
                </Button>
              </p>
            </>
          }
        />
      </>,
    );
  }
}
