import { Parser } from 'saxen';
import { damaged, refused } from './limits.ts';

export type Visitor = {
  /** An element begins; its name and those of its attributes come without their prefix. */
  readonly open: (name: string, attribute: (name: string) => string | null) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

/** Walks through XML. A document type is refused: entities are how XML is made to explode, and no spreadsheet has one. */
export function visitXml(bytes: Buffer, visitor: Visitor): void {
  const parser = new Parser();
  parser.on('attention', () => {
    throw refused({
      zh: '文件里有表格不会有的内容（文档类型声明），出于安全不读取：请用表格软件另存为 .xlsx',
      en: 'the file has a document type inside, which no spreadsheet has',
    });
  });
  parser.on('error', (error) => {
    throw damaged({ zh: '有一部分读不懂', en: 'a part of it is no XML' }, error);
  });
  parser.on('warn', () => undefined);
  parser.on('openTag', (name, attributes, decode) =>
    visitor.open(localName(name), (wanted) => {
      const all = attributes();
      const key = Object.keys(all).find((one) => localName(one) === wanted);
      return key === undefined ? null : decode(all[key] ?? '');
    }),
  );
  parser.on('text', (text, decode) => visitor.text?.(decode(text)));
  parser.on('cdata', (text) => visitor.text?.(text));
  parser.on('closeTag', (name) => visitor.close?.(localName(name)));
  parser.parse(xmlText(bytes));
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function xmlText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw damaged({ zh: '有一部分不是文本', en: 'a part of it is no text' }, error);
  }
}
