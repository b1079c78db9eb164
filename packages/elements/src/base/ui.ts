/** A short message at the page's edge, with at most one thing to do about it. */
export interface Toast {
  readonly text: string;
  /** The part of the text that names something of the reader's, set in bold. */
  readonly name?: string | undefined;
  readonly tone?: 'done' | 'refused' | 'failed';
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** A question with two answers. */
export interface Question {
  readonly title: string;
  readonly text?: string | undefined;
  /** The word on the button that goes on, such as "Delete 3 contacts". */
  readonly action: string;
  /** Whether going on destroys something that undo cannot bring back. */
  readonly tone?: 'plain' | 'danger';
}

/** How urgent an announcement is: polite waits for a pause, assertive does not. */
export type Urgency = 'polite' | 'assertive';

/** What `<kith-app>` does for the elements in it. */
export interface Ui {
  toast(toast: Toast): void;
  /** Says something to a screen reader. */
  announce(message: string, urgency?: Urgency): void;
  /** Asks in a dialog; false when it was closed or declined. */
  confirm(question: Question): Promise<boolean>;
}
