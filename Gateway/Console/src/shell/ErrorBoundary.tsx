import { Component, type ReactNode } from 'react';
import { commonWords } from '../i18n/commonWords';
import { shellWords } from './words';

/** Confines the failure of a screen: header, alarms and command line go on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    const words = shellWords.now();
    return (
      <div className="empty" role="alert">
        <p>{words.failed}</p>
        <button type="button" className="button" onClick={() => this.setState({ failed: false })}>{commonWords.now().tryAgain}</button>
      </div>
    );
  }
}
