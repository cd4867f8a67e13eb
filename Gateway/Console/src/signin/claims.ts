/** The roles of the contract, in the order in which the sign-in offers them. */
export const roles = ['callTaker', 'dispatcher', 'supervisor', 'station', 'auditor', 'admin', 'unit', 'feeder'] as const;
export type Role = (typeof roles)[number];

/** Who is signed in on this page, as their token says. */
export interface Person {
  token: string;
  subject: string;
  roles: readonly Role[];
  unitId: string | null;
  station: string | null;
  /** Milliseconds since 1970, UTC; null: the token does not say. */
  expiresAt: number | null;
  via: 'dev' | 'oidc';
}

/** Reads the claims of a token. Only the gateway checks them; the page shows what it finds. */
export function parseClaims(token: string, roleClaim: string): Omit<Person, 'token' | 'via'> {
  const claims = JSON.parse(decode(token.split('.')[1] ?? '')) as Record<string, unknown>;
  const said = claims[roleClaim];
  const words = Array.isArray(said) ? said : typeof said === 'string' ? [said] : [];
  return {
    // As the gateway reads it.
    subject: String(claims['sub'] ?? '').trim(),
    roles: roles.filter((r) => words.includes(r)),
    unitId: typeof claims['unit_id'] === 'string' ? claims['unit_id'] : null,
    station: typeof claims['station'] === 'string' ? claims['station'] : null,
    expiresAt: typeof claims['exp'] === 'number' ? claims['exp'] * 1000 : null,
  };
}

function decode(base64url: string): string {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0)));
}
