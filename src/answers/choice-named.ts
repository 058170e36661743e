import type { Choice } from './answer.ts';

/** The option that a typed reply names, by its label or its place ("2", 第二个, "the last one"); else undefined. */
export function choiceNamed(reply: string, options: readonly Choice[]): Choice | undefined {
  const said = tidy(reply);
  const byLabel = options.find((option) => tidy(option.label) === said);
  if (byLabel !== undefined) return byLabel;
  if (LAST.test(said)) return options.at(-1);
  const place = placeNamed(said);
  return place === undefined ? undefined : options[place - 1];
}

// 两个 and "two" are not here: they may well mean "both".
const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const ENGLISH = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

const PICK = '(?:我?(?:选择|選擇|选|選|要))?';
const NUMBER = new RegExp(`^(?:(?:option|choice|number|no\\.?) ?|#|${PICK})(\\d{1,2})(?:号|號)?$`);
const NTH = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)(?: (?:one|option|choice))?$/;
const ENGLISH_NTH = new RegExp(`^(?:the )?(${ENGLISH.join('|')})(?: (?:one|option|choice))?$`);
const CHINESE_NTH = new RegExp(`^${PICK}第(\\d{1,2}|[${CHINESE.join('')}])[个個项項条條种種]?$`);
const CHINESE_NUMBER = new RegExp(`^${PICK}([${CHINESE.join('')}])(?:号|號)?$`);
const LAST = /^(?:(?:the )?last(?: (?:one|option|choice))?|最[后後](?:一[个個项項])?)$/;

function placeNamed(said: string): number | undefined {
  for (const pattern of [NUMBER, NTH, CHINESE_NTH, CHINESE_NUMBER, ENGLISH_NTH]) {
    const word = pattern.exec(said)?.[1];
    if (word !== undefined) return numberOf(word);
  }
  return undefined;
}

function numberOf(word: string): number {
  const chinese = CHINESE.indexOf(word);
  if (chinese >= 0) return chinese + 1;
  const english = ENGLISH.indexOf(word);
  return english >= 0 ? english + 1 : Number(word);
}

const MARK = '[\\s"\'“”‘’()[\\]【】「」.。,!?、:;]';
// No run of marks begins behind a mark: a run of thousands is gone through once.
const MARKS_AROUND = new RegExp(`^${MARK}+|(?<!${MARK})${MARK}+$`, 'g');

// Full-width and circled digits become plain ones; "(1)", "1." and "“1”" are 1.
function tidy(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').replace(MARKS_AROUND, '');
}
