const NAME = 60;

/** A Slack user as he stands in the register: his name where it is known, and his id, by which he is told apart. */
export function personOf(user: string, name: string): string {
  const shown = [...name.replace(/\s+/g, ' ').trim()].slice(0, NAME).join('');
  return shown === '' ? user : `${shown} (${user})`;
}
