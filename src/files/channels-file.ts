import { z } from 'zod';
import { isChannelId } from '../deliveries/delivery.ts';
import type { ServedChannel } from '../policy/taking-effect.ts';
import type { FolderReader } from './folder.ts';
import { id } from './policy-schemas.ts';

const CHANNELS_FILE = 'channels';

const served: z.ZodType<ServedChannel> = z.strictObject({
  channel: z
    .string()
    // A direct message serves nobody's outlet.
    .refine(
      (text) => isChannelId(text) && !text.startsWith('D'),
      'no channel id such as C012AB3CD',
    ),
  outlets: z.array(id).min(1),
});

export const channelsSchema: z.ZodType<readonly ServedChannel[]> = z
  .strictObject({ channels: z.array(served) })
  .transform(({ channels }) => channels);

/** Which channels hear of news for which outlet types; nobody where there is no such file. */
export function loadChannels(
  folder: FolderReader,
  outletIds: readonly string[] | null,
): readonly ServedChannel[] {
  if (!folder.names('').includes(CHANNELS_FILE)) return [];
  const located = folder.read(`${CHANNELS_FILE}.yaml`, channelsSchema);
  if (located === null) return [];
  const ids = located.value.map(({ channel }) => channel);
  located.value.forEach(({ channel, outlets }, index) => {
    const place = ['channels', index];
    if (ids.indexOf(channel) !== index)
      folder.report(located.problemAt(place, `"${channel}" stands twice`));
    outlets.forEach((outlet, at) => {
      if (outletIds !== null && !outletIds.includes(outlet))
        folder.report(
          located.problemAt([...place, 'outlets', at], `outlets.yaml has no outlet "${outlet}"`),
        );
      if (outlets.indexOf(outlet) !== at)
        folder.report(located.problemAt([...place, 'outlets', at], `"${outlet}" stands twice`));
    });
  });
  return located.value;
}
