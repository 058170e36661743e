import type { Language } from '../bilingual.ts';
import { type Day, daysBetween } from '../calendar/day.ts';
import { maskedName } from '../contracts/name.ts';
import { maskedPhone } from '../contracts/phone.ts';
import type { FoundContract } from './contracts-found.ts';
import { dayInWords } from './wording.ts';

/** A contract on one line, for a place where others read along: name and phone are masked. */
export function contractLine(contract: FoundContract, today: Day, language: Language): string {
  const { id, customerName, phone, outletName, endsOn } = contract;
  return [
    id,
    `${maskedName(customerName)} ${maskedPhone(phone)}`,
    outletName,
    `${dayInWords(endsOn, language)}${language === 'zh' ? '到期' : ''}`,
    stateOf(contract, today, language),
  ].join(language === 'zh' ? '，' : ', ');
}

/** `还有5天`, `today`, `overdue by 3 days`; what became of it goes before that. */
export function stateOf(contract: FoundContract, today: Day, language: Language): string {
  const { closed, vanishedAt, endsOn } = contract;
  if (closed !== null) {
    const until = closed.until === null ? '' : dayInWords(closed.until, language);
    if (!closed.isRenewed) return language === 'zh' ? '已办结，没有续约' : 'closed without renewal';
    return language === 'zh'
      ? `已续约${until === '' ? '' : `到${until}`}`
      : `renewed${until === '' ? '' : ` until ${until}`}`;
  }
  if (vanishedAt !== null)
    return language === 'zh' ? '最新的名单里已经没有' : 'no longer in the latest file';
  const left = daysBetween(today, endsOn);
  if (left === 0) return language === 'zh' ? '今天' : 'today';
  const days = Math.abs(left);
  if (language === 'zh') return left > 0 ? `还有${days}天` : `已过期${days}天`;
  return left > 0
    ? `${days} ${days === 1 ? 'day' : 'days'} left`
    : `ended ${days} ${days === 1 ? 'day' : 'days'} ago`;
}
