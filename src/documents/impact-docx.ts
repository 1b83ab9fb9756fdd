import { BorderStyle, Document, Footer, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { impactSheet, type ImpactPaper, type ImpactSection } from './impact-sheet.ts';
import { docxStyles, QUIET, RULE } from './plan-docx-styles.ts';

/** The summary as a document for Word: the same words as the PDF, to be changed. */
export async function impactDocx(paper: ImpactPaper): Promise<Uint8Array<ArrayBuffer>> {
  const { title, kind, made, sections } = impactSheet(paper);
  const document = new Document({
    title,
    description: made,
    creator: 'Next Steps',
    lastModifiedBy: 'Next Steps',
    styles: docxStyles,
    sections: [
      {
        properties: {
          page: { size: { width: 11_906, height: 16_838 }, margin: { top: 800, bottom: 900, left: 1000, right: 1000 } },
        },
        footers: { default: new Footer({ children: [quiet(`${made}.`)] }) },
        children: [
          quiet(kind),
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(title)] }),
          ...sections.flatMap(sectionBlocks),
        ],
      },
    ],
  });
  return Uint8Array.from(await Packer.toBuffer(document));
}

function quiet(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, size: 16, color: QUIET })] });
}

function sectionBlocks({ name, words, items }: ImpactSection): readonly Paragraph[] {
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_2,
      keepNext: true,
      spacing: { before: 240, after: 80 },
      border: { top: { style: BorderStyle.SINGLE, size: 6, color: RULE, space: 6 } },
      children: [new TextRun(name)],
    }),
    ...words.map((text) => new Paragraph({ spacing: { after: 80 }, children: [new TextRun(text)] })),
    ...items.map(
      (text) => new Paragraph({ bullet: { level: 0 }, spacing: { after: 40 }, children: [new TextRun(text)] }),
    ),
  ];
}
