/** An entity without the fields that are undefined, as storage gives it back: absent is absent. */
export const withoutEmpty = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
