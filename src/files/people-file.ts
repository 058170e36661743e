import { z } from 'zod';
import { type Named, NOBODY, type People, whoOf } from '../people/named.ts';
import { ROLES, type Role } from '../people/role.ts';
import type { FolderReader } from './folder.ts';
import { id, text } from './policy-schemas.ts';
import type { Located } from './yaml.ts';

const PEOPLE_FILE = 'people';

/** Roles that are about the whole: of one outlet type they would mean nothing. */
const OF_THE_WHOLE: readonly Role[] = ['policy-owner', 'administrator'];
const GIVEN = ROLES.filter((role) => role !== 'staff');

const userId = z
  .string()
  .refine((value) => whoOf(value)?.kind === 'user', 'no user id such as U012AB3CD');
const groupId = z
  .string()
  .refine((value) => whoOf(value)?.kind === 'group', 'no group id such as S012AB3CD');

const entrySchema = z.strictObject({
  user: userId.optional(),
  group: groupId.optional(),
  roles: z
    .array(z.enum(GIVEN, `a role is one of ${GIVEN.join(', ')}; everybody is staff`))
    .min(1, 'which role?')
    .optional(),
  outlets: z.array(id).min(1, 'leave it out where it is everywhere').optional(),
  halls: z.array(text).min(1, 'leave it out where it is everywhere').optional(),
  worksAt: z.strictObject({ outlet: id, hall: text.optional() }).optional(),
});
type Entry = z.infer<typeof entrySchema>;

const peopleSchema: z.ZodType<readonly Entry[]> = z
  .strictObject({ people: z.array(entrySchema) })
  .transform(({ people }) => people);

/** Who has which role where, and who works where; nobody where there is no such file. */
export function loadPeople(folder: FolderReader, outletIds: readonly string[] | null): People {
  if (!folder.has(`${PEOPLE_FILE}.yaml`)) return NOBODY;
  const located = folder.read(`${PEOPLE_FILE}.yaml`, peopleSchema);
  if (located === null) return NOBODY;
  reportFaults(folder, located, outletIds);
  return {
    named: located.value.flatMap(namedIn),
    workplaces: located.value.flatMap(({ user, worksAt }) =>
      user === undefined || worksAt === undefined
        ? []
        : [{ user, outlet: worksAt.outlet, hall: worksAt.hall ?? null }],
    ),
  };
}

function namedIn({ user, group, roles = [], outlets, halls }: Entry): readonly Named[] {
  const who = whoOf(user ?? group ?? '');
  if (who === null) return [];
  return roles.map((role) => ({
    who,
    grant: { role, outlets: outlets ?? null, halls: halls ?? null },
  }));
}

function reportFaults(
  folder: FolderReader,
  { value, problemAt }: Located<readonly Entry[]>,
  outletIds: readonly string[] | null,
): void {
  const working = new Set<string>();
  const given = new Set<string>();
  value.forEach((entry, index) => {
    const { user, group, roles = [], outlets = [], halls, worksAt } = entry;
    const report = (path: readonly PropertyKey[], message: string): void =>
      folder.report(problemAt(['people', index, ...path], message));
    if ((user === undefined) === (group === undefined)) report([], 'either a user or a group');
    if (entry.roles === undefined && worksAt === undefined)
      report([], 'it says nothing: give it roles, or say where the user works');
    if (entry.roles === undefined && (entry.outlets ?? halls) !== undefined)
      report([], 'outlets and halls narrow roles, and there are none: is worksAt meant?');
    if (worksAt !== undefined && user === undefined)
      report(['worksAt'], 'a group does not work in one place');
    if (worksAt !== undefined && user !== undefined && working.has(user))
      report(['worksAt'], `where "${user}" works stands twice`);
    if (worksAt !== undefined && user !== undefined) working.add(user);
    roles.forEach((role, at) => {
      if (OF_THE_WHOLE.includes(role) && (entry.outlets ?? halls) !== undefined)
        report(['roles', at], `${role} is for the whole branch: leave out outlets and halls`);
      const key = JSON.stringify([user ?? group, role, outlets.toSorted(), halls?.toSorted()]);
      if (given.has(key)) report(['roles', at], `"${user ?? group}" is ${role} twice`);
      given.add(key);
    });
    const named: readonly (readonly [readonly PropertyKey[], string])[] = [
      ...outlets.map((outlet, at) => [['outlets', at], outlet] as const),
      ...(worksAt === undefined ? [] : [[['worksAt', 'outlet'], worksAt.outlet] as const]),
    ];
    for (const [path, outlet] of named)
      if (outletIds !== null && !outletIds.includes(outlet))
        report(path, `outlets.yaml has no outlet "${outlet}"`);
  });
}
