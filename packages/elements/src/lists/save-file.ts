/** How long an address of a file lives: longer than any browser takes to begin. */
const LIFE_IN_MILLIS = 60_000;

/** Hands a file to the browser, which saves it where its user says. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), LIFE_IN_MILLIS);
}
