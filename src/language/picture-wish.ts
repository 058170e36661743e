import type { Findings } from './find.ts';
import type { Understood } from './follow-up.ts';
import { familyOf, type Reading, subjectOf } from './reading.ts';

/** Words that name a picture; "show me" names none, and 截图 and 地图 are other ones. */
const PICTURE =
  /看图|(?:发|来|出|给|要|画|做|配|附|上|传)(?:个|张|一个|一张|幅|一下|成|我|我们|您|你){0,2}(?:示意|图)图?(?![书章纸案标像谋])(?:表|片|示|形)?|画(?:出来|给我|一下|一画)|图表|图示|示意图|图形|用图|(?<![a-z])(?:as|in|with|send|see|want|need|get|post|have|the|a|an) (?:me )?(?:a |an |the )?(?:nice |small )?(?:pictures?|charts?|graphs?|images?|diagrams?)(?![a-z])|(?<![a-z])(?:draw|chart|plot|graph) (?:it|this|that|them|me|the (?:payout|timeline|matrix|levels?|schedule|plan|deposit|\d)|a (?:picture|chart|graph|diagram))(?![a-z])/;
/** "show me the payout", "show me the matrix": what is drawn by its name. */
const SHOWN =
  /(?<![a-z])show (?:me |us )?(?:the |that |this )?(?<kind>payout|timeline|matrix|levels)(?![a-z])/;
/** "a chart of the 100 deposit": of a deposit gift only what comes when can be drawn. */
const PICTURE_OF = /(?<![a-z])(?:picture|chart|graph|diagram) (?:of|for) |的(?:返还)?图/;
/** What asks for a picture of the answer before, when it is the whole message. */
const ALONE =
  /^(?:看|来|发|有|要|给我|请|帮我|麻烦|能|可以|再|也|吗|吧|呢|一下|给|个|张|画出来|画|出来|看图|图表|图示|图片|图|谢谢|[ ,，。.!！?？])+$|^(?:please |pls |can you |could you |now |ok |and )*(?:show me(?: (?:please|pls|now))?|(?:show|draw|chart|plot|graph|picture|send|post|give)(?: (?:me|us|it|this|that|a|an|the|as|in|picture|chart|graph|image|diagram|please|pls|of|now))*|(?:as |in )?(?:a |an |the )?(?:picture|chart|graph|image|diagram)(?: (?:please|pls|of (?:it|this|that)|form))*)[ .!?]*$/;

/** Whether a question wishes for a picture of its answer. */
export function wantsPicture(plain: string): boolean {
  return PICTURE.test(plain) || SHOWN.test(plain) || PICTURE_OF.test(plain) || isAlone(plain);
}

/** 看图, "draw it", "show me" and nothing else. A bare 请 or 能吗 has no picture in it. */
function isAlone(plain: string): boolean {
  return (
    ALONE.test(plain) && /图|画|show me|draw|chart|plot|graph|picture|image|diagram/.test(plain)
  );
}

/**
 * A wish for a picture alone asks once more for the answer before it, if that is one that can be drawn: what comes when
 * of a deposit, or what may be offered where.
 */
export function asPictureWish(
  understood: Understood,
  { plain, amounts }: Findings,
  last: Reading | null,
): Understood {
  const isOfDeposit = amounts.deposit !== null && PICTURE_OF.test(plain);
  if (understood.intent === 'promo.details' && isOfDeposit)
    return { ...understood, intent: 'payout.schedule' };
  if (last === null || !isDrawn(last.intent)) return understood;
  const kind = SHOWN.exec(plain)?.groups?.kind;
  const isOfKind =
    kind !== undefined &&
    isWhole(plain) &&
    familyOf(last.intent) === (['payout', 'timeline'].includes(kind) ? 'payout' : 'promo');
  if (!isOfKind && !isAlone(plain)) return understood;
  return { intent: subjectOf(last), confidence: WISH_CONFIDENCE, carries: last };
}

const WISH_CONFIDENCE = 0.8;

/** "show me the matrix" and no more. */
function isWhole(plain: string): boolean {
  return plain.replace(SHOWN, ' ').replace(/please|pls|now|too|[^a-z]/g, '') === '';
}

function isDrawn(intent: Reading['intent']): boolean {
  return intent === 'payout.schedule' || intent === 'promo.eligibility';
}

/** Whether the answer is wished for as a picture: said now, or in the question that the bot asked something back for. */
export function wishOf(plain: string, { carries }: Understood): boolean {
  return wantsPicture(plain) || (carries?.intent === 'clarify' && carries.wantsPicture);
}
