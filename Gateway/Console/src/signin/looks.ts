/** Which page somebody signs in on: the dispatch console, or the page of one unit. */
export type Page = 'desk' | 'unit';

/** The classes of the sign-in on each page: a desk has a mouse, a unit has gloves. */
export const looks = {
  desk: {
    page: 'signin',
    card: 'signin-card panel',
    iconPx: 44,
    languageButton: 'button plain',
    mainButton: 'button primary',
    button: 'button',
    input: 'input',
  },
  unit: {
    page: 'u-signin',
    card: 'u-signin-card',
    iconPx: 48,
    languageButton: 'u-small',
    mainButton: 'u-next',
    button: 'u-button',
    input: 'input u-input',
  },
} as const satisfies Record<Page, object>;
