declare module 'opencc-js/dict/TSCharacters' {
  /** Traditional and simplified characters: `traditional simplified|…`. */
  const pairs: string;
  // biome-ignore lint/style/noDefaultExport: that is how this module of others has it.
  export default pairs;
}
