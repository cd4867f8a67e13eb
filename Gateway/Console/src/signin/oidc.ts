import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { Settings } from '../api/types';
import { isUnitPage } from './unitPage';

let manager: UserManager | null = null;

// Both addresses are registered at the provider.
const home = () => `${location.origin}${isUnitPage ? '/unit' : '/'}`;

// Code flow with PKCE. The refresh token renews it, so that the page needs no frame of the provider.
function managerOf(settings: Settings): UserManager {
  return (manager ??= new UserManager({
    authority: settings.signIn.authority!,
    client_id: settings.signIn.clientId!,
    redirect_uri: home(),
    post_logout_redirect_uri: home(),
    response_type: 'code',
    scope: 'openid profile offline_access',
    automaticSilentRenew: true,
    userStore: new WebStorageStateStore({ store: isUnitPage ? localStorage : sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  }));
}

/** Goes to the provider's page, which returns to this address. */
export async function startOidc(settings: Settings): Promise<void> {
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

/** Renews the token with the refresh token, without anybody's doing; false: that did not work. */
export async function renewSilently(): Promise<boolean> {
  try {
    return (await manager?.signinSilent()) != null;
  } catch {
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
  users.events.addUserLoaded((user) => adopt(user.access_token));
  if (returns && search.has('code')) {
    const user = await users.signinRedirectCallback();
    history.replaceState(null, '', user.url_state ?? '/');
    adopt(user.access_token);
    return;
  }
  const user = await users.getUser();
  if (user && !user.expired) adopt(user.access_token);
}
