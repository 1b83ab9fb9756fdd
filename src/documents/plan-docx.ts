import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
  type ISectionOptions,
} from 'docx';
import { docxStyles, INK, PANEL, QUIET, ROUTE_COLOURS, RULE } from './plan-docx-styles.ts';
import { planSheet, type HalfTermSheet, type PlanPaper, type PlanSheet } from './plan-sheet.ts';
import { FIGURE_HEADS, type StepSheet } from './plan-step-sheet.ts';
import { READER } from './plan-words.ts';

type Block = ISectionOptions['children'][number];

/** The whole plan as a document for Word: the same words as the PDF, to be written on. */
export async function planDocx(paper: PlanPaper): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = planSheet(paper);
  const document = new Document({
    title: sheet.title,
    description: sheet.made,
    creator: 'Next Steps',
    lastModifiedBy: 'Next Steps',
    styles: docxStyles,
    sections: [
      {
        properties: { page: { size: A4, margin: { top: 900, bottom: 1000, left: 1000, right: 1000 } } },
        footers: { default: footer(sheet.made) },
        children: [...opening(sheet), ...stepsSection(sheet), ...hoursSection(sheet), ...rest(sheet)],
      },
    ],
  });
  return Uint8Array.from(await Packer.toBuffer(document));
}

/** In twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 };

function footer(made: string): Footer {
  const run = (options: IRunOptions) => new TextRun({ ...options, size: 16, color: QUIET });
  return new Footer({
    children: [
      new Paragraph({
        children: [
          run({ text: `${made}. ` }),
          run({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}

function heading(text: string, level: 1 | 2 | 3 | 4, colour?: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel[`HEADING_${level}`],
    keepNext: true,
    ...(level === 2 ? { border: { top: { style: BorderStyle.SINGLE, size: 6, color: RULE, space: 6 } } } : {}),
    ...(colour ? { border: { top: { style: BorderStyle.SINGLE, size: 24, color: colour, space: 4 } } } : {}),
    children: [new TextRun(text)],
  });
}

function paragraph(text: string, run: IRunOptions = {}): Paragraph {
  return new Paragraph({ children: [new TextRun({ ...run, text })] });
}

/** Labels, each with what is said under it, on one line. */
function labelled(pairs: readonly (readonly [label: string, words: string])[], keepNext = false): Paragraph {
  return new Paragraph({
    keepNext,
    spacing: { after: 40 },
    children: pairs.flatMap(([label, words], index) => [
      new TextRun({ text: `${index > 0 ? '   ' : ''}${label}: `, color: QUIET }),
      new TextRun(words),
    ]),
  });
}

function bullet(text: string, run: IRunOptions = {}): Paragraph {
  return new Paragraph({ bullet: { level: 0 }, spacing: { after: 40 }, children: [new TextRun({ ...run, text })] });
}

function section(name: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [heading(name, 2), ...blocks];
}

function opening(sheet: PlanSheet): readonly Block[] {
  return [
    heading(sheet.title, 1),
    paragraph(sheet.purpose, { bold: true, size: 24 }),
    ...sheet.glance.map((pair) => labelled([pair])),
    paragraph(READER, { color: QUIET, size: 18 }),
    ...section(
      'Goals',
      sheet.goals.map((goal) => bullet(goal)),
    ),
  ];
}

function stepsSection({ halfTerms }: PlanSheet): readonly Block[] {
  const blocks = halfTerms.flatMap(halfTermBlocks);
  return section('Steps by half term', blocks.length === 0 ? [paragraph('Nothing is in the timetable yet.')] : blocks);
}

function halfTermBlocks({ name, days, goesOn, steps }: HalfTermSheet): readonly Block[] {
  return [
    heading(name, 3),
    ...(days === '' ? [] : [paragraph(days, { color: QUIET, size: 18 })]),
    ...(goesOn === '' ? [] : [paragraph(`Still running: ${goesOn}.`, { size: 18 })]),
    ...steps.flatMap((step) => stepBlocks(step, 4)),
  ];
}

function stepBlocks(step: StepSheet, level: 3 | 4): readonly Block[] {
  return [
    heading(step.name, level, ROUTE_COLOURS[step.route]),
    ...(step.summary === '' ? [] : [paragraph(step.summary)]),
    ...FIGURE_HEADS.map((label, index) => labelled([[label, step.figures[index] ?? '']], true)),
    labelled([['Route', step.routeName], ...step.terms]),
    ...step.note.map((words) => new Paragraph({ indent: { left: 300 }, children: [new TextRun(words)] })),
    ...(step.known === '' ? [] : [paragraph(step.known, { color: QUIET, size: 18 })]),
    ...step.evidence.map(({ label, text, cites }) =>
      bullet(`${label}: ${text}${cites.map((cite) => ` [${cite}]`).join('')}`, { color: QUIET, size: 18 }),
    ),
  ];
}

function hoursSection({ hours, hoursNote }: PlanSheet): readonly Block[] {
  const rows = hours.map(({ name, days, planned, capacity, isOver }) => [
    name,
    days,
    isOver ? `${planned} (over)` : String(planned),
    String(capacity),
  ]);
  return section('Hours by half term', [
    table(['Half term', 'Days', 'Hours planned', 'Hours you have'], rows),
    new Paragraph({ spacing: { before: 120 }, children: [new TextRun({ text: hoursNote, color: QUIET, size: 18 })] }),
  ]);
}

const WIDTHS = [2500, 4000, 1700, 1700];

function table(heads: readonly string[], rows: readonly (readonly string[])[]): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: RULE };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const cell = (text: string, column: number, isHead = false) =>
    new TableCell({
      width: { size: WIDTHS[column] ?? 2000, type: WidthType.DXA },
      ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: PANEL } } : {}),
      margins: { top: 50, bottom: 50, left: 60, right: 60 },
      children: [
        new Paragraph({
          alignment: column > 1 ? AlignmentType.RIGHT : AlignmentType.LEFT,
          spacing: { after: 0 },
          children: [new TextRun({ text, bold: isHead, color: INK })],
        }),
      ],
    });
  return new Table({
    columnWidths: WIDTHS,
    width: { size: 9900, type: WidthType.DXA },
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: heads.map((text, at) => cell(text, at, true)) }),
      ...rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map((text, at) => cell(text, at)) })),
    ],
  });
}

function rest(sheet: PlanSheet): readonly Block[] {
  return [
    ...section('Still to look at', [
      ...sheet.checks.flatMap(checkBlocks),
      ...(sheet.moreChecks > 0 ? [paragraph(`And ${sheet.moreChecks} more, on the plan’s own page.`)] : []),
    ]),
    ...section('Why and how', sheet.phases.flatMap(phaseBlocks)),
    ...section(
      'Some day',
      sheet.someDay.flatMap((step) => stepBlocks(step, 3)),
    ),
    ...section(
      'What you already have',
      sheet.alreadyHave.flatMap((step) => stepBlocks(step, 3)),
    ),
    ...section(
      'Dropped',
      sheet.dropped.map((name) => bullet(name)),
    ),
    ...section('Sources', sheet.sources.map(sourceBlock)),
  ];
}

function checkBlocks({ weight, because, fix }: PlanSheet['checks'][number]): readonly Block[] {
  return [
    new Paragraph({
      keepNext: true,
      spacing: { after: 20 },
      children: [new TextRun({ text: `${weight}. `, bold: true }), new TextRun(because)],
    }),
    labelled([['What would mend it', fix]]),
  ];
}

function phaseBlocks({ name, about, answers }: PlanSheet['phases'][number]): readonly Block[] {
  return [
    heading(name, 3),
    paragraph(about, { color: QUIET, size: 18 }),
    ...answers.flatMap(({ ask, said }) => [heading(ask, 4), ...said.map((words) => paragraph(words))]),
  ];
}

function sourceBlock({ number, text, url, address }: PlanSheet['sources'][number]): Paragraph {
  return new Paragraph({
    spacing: { after: 40 },
    children: [
      new TextRun({ text: `${number}. ${text} `, size: 18 }),
      new ExternalHyperlink({ link: url, children: [new TextRun({ text: address, style: 'Hyperlink', size: 18 })] }),
    ],
  });
}
