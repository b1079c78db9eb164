/**
 * The same real data in the browser: the text of a file such as `pipeline_maven/accounts.csv`, or undefined where it is
 * absent (skip the test then, with `this.skip()`). The test server hands it out; with `CI=true` its absence is an error.
 */
export async function servedData(file: string): Promise<string | undefined> {
  const response = await fetch(`/__data/${file}`);
  if (response.status === 204) return undefined;
  if (!response.ok) throw new Error(await response.text());
  return response.text();
}
