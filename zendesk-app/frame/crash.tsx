import { Component, type ErrorInfo, type ReactNode } from 'react';

/** Draws `instead` where drawing its children fails: a page never goes blank. */
export class Crash extends Component<{ instead: ReactNode; children: ReactNode }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    return this.state.hasCrashed ? this.props.instead : this.props.children;
  }
}
