import type { Bilingual, Language } from '../bilingual.ts';
import type { Change } from '../policy/changes.ts';
import type { Outlet, PolicySet } from '../policy/policy.ts';
import type { TakingEffect } from '../policy/taking-effect.ts';
import { changesInWords } from './changes-in-words.ts';
import { dayInWords, listed, nameOf, offerName } from './wording.ts';

/** A piece of news in one language: what it is about, and what is different. */
export type News = {
  readonly lead: string;
  readonly about: string;
  readonly lines: readonly string[];
};

export type NewsFor = {
  /** What is different for those who are told. */
  readonly changes: readonly Change[];
  /** The outlet types whose staff are told; null where that is everybody. */
  readonly outlets: readonly string[] | null;
};

export type NewsNames = {
  readonly outlets: readonly Outlet[];
  readonly sets: readonly PolicySet[];
};

/** What staff must know when a decision takes effect. */
export function newsInWords(
  effect: TakingEffect,
  { changes, outlets }: NewsFor,
  names: NewsNames,
): Readonly<Record<Language, News>> {
  const { before, after } = effect;
  const named = (offer: string, language: Language): string => {
    const of = [before, after].findLast((one) => one?.offers.some(({ id }) => id === offer));
    return of == null ? offer : offerName(of, offer, language);
  };
  const lead = leadOf(effect, names.sets);
  const news = (language: Language): News => {
    const called = outlets?.map((id) => nameOf(names.outlets, id, language)) ?? [];
    return {
      lead: lead[language],
      about: called.length === 0 ? '' : ABOUT[language](listed(called, language)),
      lines: changesInWords(changes, { outlets: names.outlets, offerName: named }, language),
    };
  };
  return { zh: news('zh'), en: news('en') };
}

const ABOUT: Readonly<Record<Language, (outlets: string) => string>> = {
  zh: (outlets) => `${outlets}的变化：`,
  en: (outlets) => `What changes for the ${outlets}:`,
};

function leadOf({ decision, before }: TakingEffect, sets: readonly PolicySet[]): Bilingual {
  const { set: id, version, from, reason } = decision;
  const set = sets.findLast(
    (one) => one.id === id && (version === null || one.version === version),
  );
  const { zh, en } = set?.name ?? { zh: id, en: id };
  // It begins a sentence.
  const name = { zh, en: en.charAt(0).toUpperCase() + en.slice(1) };
  const day = { zh: dayInWords(from, 'zh'), en: dayInWords(from, 'en') };
  const why = {
    zh: reason === null ? '' : `原因：${reason}`,
    en: reason === null ? '' : ` Reason: ${reason}`,
  };
  if (version === null)
    return {
      zh: `${name.zh}：${day.zh}起停止，不再推。${why.zh}`,
      en: `${name.en}: stopped from ${day.en} on, nothing of it is offered.${why.en}`,
    };
  const earlier = before?.parts.find((part) => part.id === id)?.version ?? null;
  if (earlier === null)
    return {
      zh: `${name.zh}：${day.zh}起执行。${why.zh}`,
      en: `${name.en}: in force from ${day.en} on.${why.en}`,
    };
  const isBack = version < earlier;
  return {
    zh: `${name.zh}：${isBack ? '退回' : '更正为'}第${version}版，${day.zh}起执行。${why.zh}`,
    en: `${name.en}: ${isBack ? 'back to' : 'corrected,'} version ${version}, in force from ${day.en} on.${why.en}`,
  };
}
