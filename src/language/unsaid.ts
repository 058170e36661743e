import type { Policy } from '../policy/policy.ts';
import { commissionUnsaid } from './commission-unsaid.ts';
import { asksCondition } from './conditions-asked.ts';
import { unpaidBeside, unpaidOffers } from './entities.ts';
import type { Findings } from './find.ts';
import type { Understood } from './follow-up.ts';
import type { Entities, Reading, Unsaid } from './reading.ts';

/** What the question names itself, and that together with what its conversation has told before. */
type Named = { readonly named: Entities; readonly carried: Entities };

/** What a question that is ours asks for, or takes for granted, and the policy does not say. */
export function unsaidIn(
  { intent, carries }: Pick<Understood, 'intent' | 'carries'>,
  findings: Findings,
  { named, carried, policy }: Named & { readonly policy: Policy },
): Unsaid {
  const { amounts } = findings;
  const unpaid =
    named.deposit !== null
      ? intent.startsWith('payout.')
        ? unpaidBeside(findings, policy)
        : []
      : unpaidOffers(intent, findings, {
          policy,
          // An offer without a plan that is named now leaves the deposit that was spoken of before.
          before: carried.deposit === null ? offersSpokenOf(carries) : [],
        });
  const isNamed = named.deposit !== null || (carried.deposit !== null && unpaid.length === 0);
  return {
    deposit: isNamed ? null : amounts.unknownDeposit,
    gift: isNamed ? null : amounts.wrongGift,
    offer: null,
    unpaidOffers: unpaid,
    commission: commissionUnsaid(intent, findings),
    isCondition: asksCondition(intent, findings),
  };
}

/** The offers that a talk was about: those without a plan are kept apart once money is asked about. */
function offersSpokenOf(carries: Reading | null): readonly string[] {
  if (carries === null) return [];
  return carries.unsaid.unpaidOffers.length > 0
    ? carries.unsaid.unpaidOffers
    : carries.entities.offers;
}
