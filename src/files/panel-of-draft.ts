import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';
import { folderOf } from './set-folder.ts';

type Drafted = {
  readonly id: string;
  readonly version: number;
  readonly offers: readonly { readonly id: string }[];
};

/**
 * What to say to customers is no table of a sheet: a draft keeps the file that was written into it, or else takes over
 * that of the version before, to be held against the new plans.
 */
export function panelOfDraft(
  dataFolder: string,
  { id, version, offers }: Drafted,
): { readonly 'panel.yaml'?: string } {
  const own = join(dataFolder, 'drafts', folderOf(id, version), 'panel.yaml');
  if (existsSync(own)) return { 'panel.yaml': readFileSync(own, 'utf8') };
  const before = Array.from({ length: version - 1 }, (_, index) => version - 1 - index)
    .map((earlier) => join(dataFolder, 'campaigns', folderOf(id, earlier), 'panel.yaml'))
    .find(existsSync);
  if (before === undefined) return {};
  return {
    'panel.yaml': ofOffers(
      readFileSync(before, 'utf8'),
      offers.map((offer) => offer.id),
    ),
  };
}

/** The file without what it says of offers that the new version does not have any more. */
function ofOffers(text: string, offers: readonly string[]): string {
  const document = parseDocument(text);
  const rows = document.get('offers');
  if (!isSeq(rows)) return text;
  const left = rows.items.filter((row) => isMap(row) && offers.includes(String(row.get('offer'))));
  if (left.length === rows.items.length) return text;
  rows.items = left;
  return document.toString({ lineWidth: 0 });
}
