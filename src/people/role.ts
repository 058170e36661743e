/** What somebody may be. `staff` is everybody of the workspace; the others are named. */
export const ROLES = [
  'staff',
  'manager',
  'complaint-officer',
  'policy-owner',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * A role that somebody has. Each list narrows it: to outlet types, to halls by name, or to these halls of these types;
 * where both are null he has it everywhere.
 */
export type Grant = {
  readonly role: Role;
  readonly outlets: readonly string[] | null;
  readonly halls: readonly string[] | null;
};

/** Where something happens; null where that is not known. */
export type Place = { readonly outlet: string | null; readonly hall: string | null };

/**
 * Whether one of the grants is this role at this place. Without a place: anywhere at all. What is not known about a
 * place is not covered by a grant that is narrowed in it: only who has the role everywhere has it at an unknown place.
 */
export function mayAs(grants: readonly Grant[], role: Role, place?: Place): boolean {
  return grants.some(
    (grant) =>
      grant.role === role &&
      (place === undefined ||
        (covers(grant.outlets, place.outlet) && covers(grant.halls, place.hall))),
  );
}

function covers(allowed: readonly string[] | null, there: string | null): boolean {
  return allowed === null || (there !== null && allowed.includes(there));
}

/** A role with no bounds. */
export function everywhere(role: Role): Grant {
  return { role, outlets: null, halls: null };
}
