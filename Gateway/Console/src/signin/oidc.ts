import { ErrorResponse, OidcClient, User, UserManager, WebStorageStateStore, type UserManagerSettings } from 'oidc-client-ts';
import type { Settings } from '../api/types';
import { isUnitPage } from './unitPage';

let manager: UserManager | null = null;
let client: OidcClient | null = null;

// Both addresses are registered at the provider.
const home = () => `${location.origin}${isUnitPage ? '/unit' : '/'}`;

// A provider that does not answer by then is away.
const patienceSeconds = 5;
// Between two tries to renew while the provider is away.
const againMs = 3_000;
// How long a page that opens waits for the sign-in of before to be renewed.
const restoreMs = 2_000;

const userStore = () => (isUnitPage ? localStorage : sessionStorage);

// Code flow with PKCE. The refresh token renews it, so that the page needs no frame of the provider.
function managerOf(settings: Settings): UserManager {
  if (manager) return manager;
  const used: UserManagerSettings = {
    authority: settings.signIn.authority!,
    client_id: settings.signIn.clientId!,
    redirect_uri: home(),
    post_logout_redirect_uri: home(),
    response_type: 'code',
    scope: 'openid profile offline_access',
    ...(settings.signIn.acrValues ? { acr_values: settings.signIn.acrValues } : {}),
    // The library tries once. Here a provider that is away is asked again until it answers.
    automaticSilentRenew: false,
    requestTimeoutInSeconds: patienceSeconds,
    userStore: new WebStorageStateStore({ store: userStore() }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  };
  client = new OidcClient(used);
  return (manager = new UserManager(used));
}

let renewing: Promise<boolean> | null = null;
let again: ReturnType<typeof setTimeout> | undefined;
// Somebody signed out: what is still under way brings nobody back.
let left = false;
let leaving: Promise<unknown> = Promise.resolve();

/** Goes to the provider's page, which returns to this address. */
export async function startOidc(settings: Settings): Promise<void> {
  await leaving;
  left = false;
  await managerOf(settings).signinRedirect({ url_state: location.pathname + location.search });
}

// The window of the provider in which somebody signs in again, over the page that stays as it is.
const popupName = 'tocsin-sign-in';

/** Signs in again in a window of the provider. Throws when it is closed before. */
export async function renewOidc(settings: Settings): Promise<void> {
  await managerOf(settings).signinPopup({ popupWindowTarget: popupName });
}

/** Asks who it is even where the provider still knows somebody: the page was left. Throws when the window is closed before. */
export async function signInAgain(settings: Settings): Promise<string> {
  const user = await managerOf(settings).signinPopup({ popupWindowTarget: popupName, prompt: 'login', max_age: 0 });
  return user.access_token;
}

/**
 * Renews the token with the refresh token, without anybody's doing; false: that did not work. While the provider is away it is tried
 * again until it answers, or somebody signs out.
 */
export function renewSilently(): Promise<boolean> {
  clearTimeout(again);
  return (renewing ??= tryToRenew().finally(() => (renewing = null)));
}

async function tryToRenew(): Promise<boolean> {
  if (!manager || left || !(await manager.getUser())?.refresh_token) return false;
  try {
    return (await manager.signinSilent()) !== null && !left;
  } catch (error) {
    // Only the provider's own no is one.
    if (!(error instanceof ErrorResponse) && !left) again = setTimeout(() => void renewSilently(), againMs);
    return false;
  }
}

/** Finishes a sign-in that returns from the provider, or restores the one of this tab. `adopt` gets each token, renewed ones too. */
export async function finishOidc(settings: Settings, adopt: (accessToken: string) => void): Promise<void> {
  const users = managerOf(settings);
  const search = new URLSearchParams(location.search);
  const returns = search.has('state') && (search.has('code') || search.has('error'));
  if (returns && window.name === popupName) {
    // The page that opened this window takes it from here and closes it.
    await users.signinPopupCallback();
    return new Promise(() => undefined);
  }
  users.events.addUserLoaded((user) => {
    if (!left) adopt(user.access_token);
  });
  users.events.addAccessTokenExpiring(() => void renewSilently());
  void users.clearStaleState();
  if (returns && search.has('code')) {
    const user = await users.signinRedirectCallback();
    history.replaceState(null, '', user.url_state ?? '/');
    adopt(user.access_token);
    return;
  }
  // Back from the provider's end of the session.
  if (search.has('state') && !returns) {
    await users.signoutRedirectCallback().catch(() => undefined);
    history.replaceState(null, '', location.pathname);
  }
  const user = await users.getUser();
  if (user && !user.expired) adopt(user.access_token);
  else if (user) await Promise.race([renewSilently(), new Promise((resolve) => setTimeout(resolve, restoreMs))]);
}

/**
 * Signs out at the provider: nothing renews any more, the tokens are revoked, and the page goes to the provider's end of the session,
 * which returns here. What is kept in the storage is read at once: the caller may clear it. False: the provider could not be asked.
 */
export function leave(): Promise<boolean> {
  stopRenewing();
  const users = manager;
  const kept = users && userStore().getItem(keyOf(users));
  const ended = users ? end(users, kept ? User.fromStorageString(kept) : null) : Promise.resolve(true);
  leaving = ended;
  return ended;
}

/** Somebody signed out in another tab, which tells the provider: here nothing is renewed any more, and nothing is kept. */
export function leaveHere(): void {
  stopRenewing();
  void renewing?.then(() => manager?.removeUser());
}

function stopRenewing(): void {
  left = true;
  clearTimeout(again);
}

const keyOf = (users: UserManager) => `oidc.user:${users.settings.authority}:${users.settings.client_id}`;

async function end(users: UserManager, kept: User | null): Promise<boolean> {
  await users.removeUser();
  // A renewal that was under way may have brought newer tokens.
  await renewing;
  const user = (await users.getUser()) ?? kept;
  await users.removeUser();
  if (!user) return true;
  try {
    await revoke(user);
    if (!(await users.metadataService.getEndSessionEndpoint())) return true;
    await users.signoutRedirect({ ...(user.id_token ? { id_token_hint: user.id_token } : {}) });
    return true;
  } catch {
    return false;
  }
}

async function revoke(user: User): Promise<void> {
  if (!(await client?.metadataService.getRevocationEndpoint(true))) return;
  if (user.refresh_token) await client!.revokeToken(user.refresh_token, 'refresh_token');
  await client!.revokeToken(user.access_token, 'access_token');
}
