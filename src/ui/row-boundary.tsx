import { Component, type ReactNode } from 'react';

interface RowBoundaryProps {
  /** Begins the sentence, as "This payment". */
  what: string;
  /** Another value means other data: the row is tried again. */
  version?: string | number;
  children: ReactNode;
}

interface RowBoundaryState {
  failed: boolean;
  version: string | number | undefined;
}

/**
 * One row, card or line of a list that fails alone: what cannot be drawn is said in its place, and the others stay (lessons.md 38). Draws no
 * element around the row.
 */
export class RowBoundary extends Component<RowBoundaryProps, RowBoundaryState> {
  override state: RowBoundaryState = { failed: false, version: this.props.version };

  static getDerivedStateFromError(): Partial<RowBoundaryState> {
    return { failed: true };
  }

  static getDerivedStateFromProps(
    { version }: RowBoundaryProps,
    state: RowBoundaryState,
  ): Partial<RowBoundaryState> | null {
    return version === state.version ? null : { failed: false, version };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <p role="alert" className="text-muted">
        {this.props.what} cannot be shown: something in it is damaged. It was not changed, and the others are
        not affected.
      </p>
    );
  }
}
