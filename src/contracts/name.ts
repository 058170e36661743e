/** A customer's name as it is shown to those who need not know it: the family name of a Chinese one, else its first letter. */
export function maskedName(name: string): string {
  const [first = ''] = name.trim();
  return `${first}*`;
}
