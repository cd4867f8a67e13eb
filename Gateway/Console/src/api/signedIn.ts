/** What requests need of the sign-in: the token to send, whose it is, and who is told when the gateway refuses it. */
export interface SignedIn {
  /** Null: nobody is signed in. */
  token(): string | null;
  /** Empty: nobody is signed in. */
  subject(): string;
  /** The gateway answered 401. */
  rejected(): void;
}

/** Filled in by the sign-in, which stands above this room. */
export const signedIn: SignedIn = { token: () => null, subject: () => '', rejected: () => undefined };
