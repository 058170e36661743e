/** What an outlet is called in full where only its first word stands. Township is left alone: it names two. */
const IN_FULL: Readonly<Record<string, string>> = {
  own: 'own hall',
  chain: 'chain store',
  urban: 'urban partner hall',
  'core township': 'core township hall',
  convenience: 'convenience outlet',
  payment: 'payment point',
};
const FIRST_WORD = `(?<first>${Object.keys(IN_FULL).join('|')})`;
const JOINED = '(?: (?:vs\\.?|versus|and|or|against|compared (?:to|with)) | ?[/&,+] ?)(?:the |an? )?';
const PLACE =
  '(?:(?:own|chain|urban|core|general|township|convenience|partner|franchise|payment|bill)[ -](?:[a-z]+ )?)?(?:hall|store|shop|outlet|point)s?(?![a-z])';
/** "chain vs own hall", "own or urban hall": the first place leaves out what it is. */
const BEFORE_PLACE = new RegExp(`(?<![a-z'])${FIRST_WORD}(?=${JOINED}${PLACE})`, 'g');
/** "own hall vs chain": the second one does. */
const AFTER_PLACE = new RegExp(
  `(?<=(?:hall|store|shop|outlet|point)s?${JOINED})${FIRST_WORD}(?= ?(?:[?,.!;]|$))`,
  'g',
);

/** The text with the places in full of which a list names only the first word. */
export function withPlacesInFull(text: string): string {
  const inFull = (first: string): string => IN_FULL[first] ?? first;
  return text.replace(BEFORE_PLACE, inFull).replace(AFTER_PLACE, inFull);
}
