import { damaged, refused } from '../sheets/limits.ts';

export type XmlVisitor = {
  /** An element begins; its name comes without prefix, its attributes as they are written. */
  readonly open: (name: string, attributes: string) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
};

export type XmlReader = {
  readonly push: (text: string) => void;
  /** Throws where an element is still open. */
  readonly end: () => void;
};

/** A tag of a sheet has some tens of characters. */
const LONGEST_TAG = 100_000;

/**
 * Walks through XML that comes piece by piece. Values only: a document type is refused, because entities are how XML is
 * made to explode, and no spreadsheet has one.
 */
export function xmlReader(visitor: XmlVisitor): XmlReader {
  let rest = '';
  let isBegun = false;
  const open: string[] = [];

  /** Takes what is whole, and answers how far that reaches. */
  const take = (text: string): number => {
    let at = 0;
    for (;;) {
      const tag = text.indexOf('<', at);
      if (tag < 0) return at;
      if (tag > at) said(text.slice(at, tag));
      at = tag;
      const sign = text.charCodeAt(tag + 1);
      const end =
        sign === BANG
          ? declared(text, tag)
          : sign === ASK
            ? text.indexOf('?>', tag) + 1
            : tagEnd(text, tag);
      if (end <= 0) return at;
      if (sign === SLASH) closed(text.slice(tag + 2, end));
      else if (sign !== BANG && sign !== ASK) opened(text.slice(tag + 1, end));
      at = end + 1;
    }
  };

  const said = (text: string): void => {
    if (open.length > 0) visitor.text(text.includes('&') ? decoded(text) : text);
    else if (text.replace('\ufeff', '').trim() !== '') throw broken();
  };

  const declared = (text: string, tag: number): number => {
    if (text.startsWith('<!--', tag)) {
      const end = text.indexOf('-->', tag + 4);
      return end < 0 ? -1 : end + 2;
    }
    if (text.startsWith('<![CDATA[', tag)) {
      const end = text.indexOf(']]>', tag + 9);
      if (end < 0) return -1;
      visitor.text(text.slice(tag + 9, end));
      return end + 2;
    }
    if (text.length - tag < '<![CDATA['.length) return -1;
    throw refused({
      zh: '文件里有表格不会有的内容（文档类型声明），出于安全不读取：请用表格软件另存为 .xlsx',
      en: 'the file has a document type inside, which no spreadsheet has',
    });
  };

  const opened = (inside: string): void => {
    isBegun = true;
    const isEmpty = inside.charCodeAt(inside.length - 1) === SLASH;
    const gap = inside.search(/[\s/]/);
    const whole = gap < 0 ? inside : inside.slice(0, gap);
    const name = localName(whole);
    if (whole === '') throw broken();
    visitor.open(name, gap < 0 ? '' : inside.slice(gap, isEmpty ? -1 : undefined));
    if (isEmpty) visitor.close(name);
    else open.push(whole);
  };

  const closed = (inside: string): void => {
    const whole = inside.trimEnd();
    if (open.pop() !== whole) throw broken();
    visitor.close(localName(whole));
  };

  return {
    push(text) {
      const all = rest === '' ? text : rest + text;
      rest = all.slice(take(all));
      // A text goes on in the next piece, but a tag that never ends is none.
      if (rest.length > LONGEST_TAG && rest.startsWith('<') && !rest.startsWith('<!'))
        throw broken();
      if (rest.length > LONGEST_REST) throw broken();
    },
    end() {
      if (rest.replace('\ufeff', '').trim() !== '' || open.length > 0 || !isBegun) throw broken();
    },
  };
}

const LONGEST_REST = 1_000_000;
const [BANG, ASK, SLASH, QUOTE, APOSTROPHE] = [0x21, 0x3f, 0x2f, 0x22, 0x27];

/** Where a tag ends; a > in the value of an attribute ends nothing. */
function tagEnd(text: string, tag: number): number {
  let end = text.indexOf('>', tag);
  if (end < 0) return -1;
  let quote = 0;
  for (let at = tag + 1; at <= end; at += 1) {
    const sign = text.charCodeAt(at);
    if (quote !== 0) {
      if (sign === quote) quote = 0;
      if (at === end) {
        end = text.indexOf('>', end + 1);
        if (end < 0) return -1;
      }
    } else if (sign === QUOTE || sign === APOSTROPHE) quote = sign;
  }
  return end;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of an attribute, with or without a prefix; null where it is not there. */
export function attributeOf(attributes: string, name: string): string | null {
  const plain = attributes.indexOf(` ${name}="`);
  if (plain >= 0) {
    const from = plain + name.length + 3;
    const value = attributes.slice(from, attributes.indexOf('"', from));
    return value.includes('&') ? decoded(value) : value;
  }
  // The usual way of writing needs no pattern, and a sheet has millions of them.
  if (!/[':\t\n\r]|\s=|=\s/.test(attributes)) return null;
  const match = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(
    attributes,
  );
  return match === null ? null : decoded(match[1] ?? match[2] ?? '');
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([^;&\s]{0,30}));?/g,
    (_, decimal, hex, name) => {
      if (name !== undefined) {
        const sign = NAMED[name];
        // Without a document type there are five.
        if (sign === undefined) throw broken();
        return sign;
      }
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}

function broken() {
  return damaged({ zh: '有一部分读不懂', en: 'a part of it is no XML' });
}
