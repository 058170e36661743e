/** The folder of a version of a campaign: the first one has the campaign's name alone. */
export function folderOf(id: string, version: number): string {
  return version === 1 ? id : `${id}.v${version}`;
}
