/** Where something stands in a text. */
export type Place = { readonly from: number; readonly to: number };

/** Whether any of these places shares a letter with this one. */
export function meets(places: readonly Place[], { from, to }: Place): boolean {
  return places.some((place) => place.from < to && from < place.to);
}

/** The text with these places made empty, of the same length: what one grammar took, another does not see. */
export function blank(text: string, places: readonly Place[]): string {
  return places.reduce(
    (rest, { from, to }) => rest.slice(0, from) + '\u0001'.repeat(to - from) + rest.slice(to),
    text,
  );
}
