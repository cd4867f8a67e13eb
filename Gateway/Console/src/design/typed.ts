/** What of a form a person can have typed or chosen. */
export type Field = Pick<HTMLInputElement, 'name' | 'type' | 'value' | 'checked'>;

/** The values of a form's fields by name; a box that is ticked is `on`. */
export type Values = Readonly<Record<string, string>>;

const prefix = 'tocsin.typed.';

const isRadio = (field: Field) => field.type === 'radio';

/** The values as they stand. */
export function valuesOf(fields: Iterable<Field>): Values {
  const values: Record<string, string> = {};
  for (const field of fields) {
    if (!field.name || (isRadio(field) && !field.checked)) continue;
    values[field.name] = field.type === 'checkbox' ? (field.checked ? 'on' : '') : field.value;
  }
  return values;
}

/** The values that differ from those at the start; null: nothing was typed. */
export function typedSince(start: Values, now: Values): Values | null {
  const changed = Object.entries(now).filter(([name, value]) => (start[name] ?? '').trim() !== value.trim());
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

/** Puts kept values into the fields that still exist. */
export function putBack(fields: Iterable<Field>, kept: Values): void {
  for (const field of fields) {
    const value = kept[field.name];
    if (value === undefined) continue;
    if (field.type === 'checkbox') field.checked = value === 'on';
    else if (isRadio(field)) field.checked = field.value === value;
    else field.value = value;
  }
}

/** What was typed under a name before the page was closed, and not sent; null: nothing. */
export function kept(name: string, store: Pick<Storage, 'getItem'> = sessionStorage): Values | null {
  try {
    return JSON.parse(store.getItem(prefix + name) ?? 'null') as Values | null;
  } catch {
    return null;
  }
}

/** Keeps what is typed, so that a reload and a crash lose nothing; null: forgets it. */
export function keep(name: string, values: Values | null, store: Pick<Storage, 'setItem' | 'removeItem'> = sessionStorage): void {
  if (values) store.setItem(prefix + name, JSON.stringify(values));
  else store.removeItem(prefix + name);
}
