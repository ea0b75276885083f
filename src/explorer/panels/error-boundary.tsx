import { Component, type ComponentChildren } from "preact";

interface Props {
  /** What is shown in it, for the message. */
  name: string;
  children: ComponentChildren;
}

/** Keeps an error in one panel from blanking the page. */
export class ErrorBoundary extends Component<Props, { error: Error | undefined }> {
  override state = { error: undefined as Error | undefined };

  override componentDidCatch(error: unknown): void {
    this.setState({ error: error instanceof Error ? error : new Error(String(error)) });
  }

  override render({ name, children }: Props) {
    const { error } = this.state;
    if (!error) return children;
    return (
      <div class="panel-error" role="alert">
        <p>
          {name} cannot be shown: {error.message}
        </p>
        <button type="button" class="button" onClick={() => this.setState({ error: undefined })}>
          Try again
        </button>
      </div>
    );
  }
}
