/** A name that nobody else has. Unlike crypto.randomUUID it is also there on a page without https, as on many an intranet. */
export function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (number) => number.toString(36)).join('');
}
