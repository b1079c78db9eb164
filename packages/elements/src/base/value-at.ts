/** What stands at a path with dots (`amount.minor`) of a row, or undefined. Only what a value itself holds is found. */
export const valueAt = (row: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce(
      (value, step) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, step)
          ? Reflect.get(value, step)
          : undefined,
      row,
    );
