const drawer = new Uint32Array(1_024);
let drawn = drawer.length;

/** Chance from the machine, in [0, 1). Asking for much at once is what makes it cheap: an id takes 16 of them. */
export function chance(): number {
  if (drawn === drawer.length) {
    crypto.getRandomValues(drawer);
    drawn = 0;
  }
  return (drawer[drawn++] ?? 0) / 2 ** 32;
}
