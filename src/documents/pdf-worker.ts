import { text } from 'node:stream/consumers';
import type { Paper } from '../paper.ts';
import { pdfOf } from './pdf.ts';

// A program of its own: a paper as JSON in, PDF out (see `render-pdf.ts`).

const paper: Paper = JSON.parse(await text(process.stdin));
process.stdout.write(await pdfOf(paper));
