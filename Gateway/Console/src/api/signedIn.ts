/** Why the gateway refuses a token: it is bad or over, or an administrator blocked its subject. */
export type WhyRefused = 'over' | 'blocked';

/** What requests need of the sign-in: the token to send, whose it is, and who is told when the gateway refuses it. */
export interface SignedIn {
  /** Null: nobody is signed in. */
  token(): string | null;
  /** Empty: nobody is signed in. */
  subject(): string;
  /** The sign-in has ended and is not renewed yet: nothing is sent. */
  expired(): boolean;
  /**
   * The gateway said that this token is bad or over. True: it is worth sending once more, with a token that was renewed, or with the same
   * one: after the provider changed its key a gateway may refuse the first token that it sees.
   */
  renew(refused: string): Promise<boolean>;
  /** The gateway said that of that token, too, or said that its subject is blocked. */
  rejected(refused: string, why: WhyRefused): void;
}

/** Filled in by the sign-in, which stands above this room. */
export const signedIn: SignedIn = {
  token: () => null,
  subject: () => '',
  expired: () => false,
  renew: () => Promise.resolve(false),
  rejected: () => undefined,
};
