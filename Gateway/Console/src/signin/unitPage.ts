/** Whether this is the unit's page: a phone that belongs to the unit. */
export const isUnitPage = typeof location !== 'undefined' && /^\/unit(\/|$)/.test(location.pathname);
