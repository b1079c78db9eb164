/** A stylesheet as text, the way Vite hands it over. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
