// Neither package ships types; these are the parts that this room uses.
declare module 'pdfkit' {
  import type { Readable } from 'node:stream';

  type PageOptions = { readonly size: 'A4'; readonly margin: number };
  type Outline = { addItem(title: string): Outline };

  export default class PDFDocument extends Readable {
    constructor(
      options: PageOptions & {
        readonly bufferPages: true;
        readonly autoFirstPage: false;
        readonly displayTitle: true;
        readonly pdfVersion: '1.7';
        readonly lang: string;
        readonly info: Readonly<Record<string, string | Date>>;
      },
    );
    readonly page: { readonly width: number; readonly height: number };
    readonly outline: Outline;
    addPage(options: PageOptions): this;
    bufferedPageRange(): { readonly start: number; readonly count: number };
    switchToPage(index: number): this;
    registerFont(name: string, font: Uint8Array): this;
    font(name: string): this;
    fontSize(size: number): this;
    fillColor(colour: string): this;
    strokeColor(colour: string): this;
    lineWidth(width: number): this;
    widthOfString(text: string): number;
    text(
      text: string,
      x: number,
      y: number,
      options: { readonly lineBreak: false; readonly baseline: 'alphabetic' },
    ): this;
    rect(x: number, y: number, width: number, height: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    fill(colour: string): this;
    stroke(): this;
    end(): void;
  }
}

declare module 'subset-font' {
  /** The font with the glyphs of the text alone; an axis is pinned to a value. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'truetype';
      readonly variationAxes: { readonly wght: number };
      readonly noHinting: true;
      readonly keepFeatures: readonly string[];
    },
  ): Promise<Uint8Array>;
}
