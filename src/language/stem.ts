/** One form for the regular forms of an English word: "charge", "charges", "charged" and "charging" count as one. */
export function stem(word: string): string {
  const base = withoutPast(withoutPlural(word.endsWith("'s") ? word.slice(0, -2) : word));
  if (base.length > 3 && base.endsWith('e')) return base.slice(0, -1);
  return base.length > 3 && base.endsWith('y') ? `${base.slice(0, -1)}i` : base;
}

function withoutPlural(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[sui]s$/.test(word) ? word : word.slice(0, -1);
}

function withoutPast(word: string): string {
  const ending = word.endsWith('ing') ? 3 : word.endsWith('ed') ? 2 : 0;
  if (ending === 0 || word.length < ending + 3) return word;
  if (word.endsWith('ied')) return `${word.slice(0, -3)}y`;
  const base = word.slice(0, -ending);
  if (!/[aeiouy]/.test(base)) return word;
  // "cancelled", "stopping": the letter was doubled for the ending alone.
  return /([bdgmnprt])\1$/.test(base) || (base.length > 4 && base.endsWith('ll'))
    ? base.slice(0, -1)
    : base;
}
