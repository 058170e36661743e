/**
 * A heading or name as it is compared: full-width letters and digits as plain ones, small letters, and without the
 * spaces and line breaks by which sheets make it fit its column.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b\ufeff]/g, '');
}

/** A heading as it is compared: without colons, stars and what stands in brackets (`预存（元）*`). */
export function foldedHeading(text: string): string {
  const plain = folded(text).replace(/[:*_]/g, '');
  const bare = plain.replace(/\([^()]*\)/g, '');
  return bare === '' ? plain : bare;
}

/** A name on one line with plain digits and letters, as it goes into the data. */
export function tidy(text: string): string {
  return text
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (one) => one.normalize('NFKC'))
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce((all, line) => (all === '' ? line : `${all}${gapBetween(all, line)}${line}`), '');
}

/** Chinese runs on over a line break, Latin words are parted by it. */
function gapBetween(before: string, after: string): string {
  return /[a-z0-9,.]$/i.test(before) && /^[a-z0-9]/i.test(after) ? ' ' : '';
}
