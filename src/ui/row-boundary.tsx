import { Component, type ReactNode } from 'react';

type RowBoundaryProps = {
  /** What cannot be shown, the sentence's subject: "This payment". */
  what?: string | undefined;
  /** The entry itself: another one is drawn again after a failure. */
  version?: unknown;
  /**
   * What the sentence stands in, where a list or a table asks for an element of its own: `(words) =>
   * <li>{words}</li>`.
   */
  frame?: ((words: ReactNode) => ReactNode) | undefined;
  /** As a function where the entry is read while its elements are made: only what runs in here is caught. */
  children: ReactNode | (() => ReactNode);
};

type State = { failed: boolean; version: unknown };

/**
 * One entry of a list, one tile or one part of a page: if it cannot be drawn it says so in one line, and its
 * neighbors stand. Shows nothing of the error or of the entry: either could hold a secret.
 */
export class RowBoundary extends Component<RowBoundaryProps, State> {
  override state: State = { failed: false, version: this.props.version };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ version }: RowBoundaryProps, state: State): Partial<State> | null {
    return Object.is(version, state.version) ? null : { failed: false, version };
  }

  override render(): ReactNode {
    const { what = 'This entry', frame = (words) => words, children } = this.props;
    if (this.state.failed)
      return frame(
        <span role="alert" className="text-sm text-muted">
          {`${what} cannot be shown. The others are not affected.`}
        </span>,
      );
    return typeof children === 'function' ? <Drawn draw={children} /> : children;
  }
}

/** A boundary catches what its children throw, not what it throws itself. */
const Drawn = ({ draw }: { draw: () => ReactNode }) => draw();
