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

/** Finishes a sign-in that returns from the provider, or restores the one of this tab. `adopt` gets each token, renewed ones too. */
export async function finishOidc(settings: Settings, adopt: (accessToken: string) => void): Promise<void> {
  const users = managerOf(settings);
  users.events.addUserLoaded((user) => adopt(user.access_token));
  const search = new URLSearchParams(location.search);
  if (search.has('code') && search.has('state')) {
    const user = await users.signinRedirectCallback();
    history.replaceState(null, '', user.url_state ?? '/');
    adopt(user.access_token);
    return;
  }
  const user = await users.getUser();
  if (user && !user.expired) adopt(user.access_token);
}
