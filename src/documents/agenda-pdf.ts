import { possessive } from '../ui/talk-words.ts';
import { agendaSheet, type AgendaPaper } from './agenda-sheet.ts';
import type { Typesetter } from './typst.ts';

/** The agenda on one page of A4, as a tagged PDF. Throws TypesetterBusy where too many documents wait. */
export function agendaPdf(typesetter: Typesetter, paper: AgendaPaper): Promise<Uint8Array<ArrayBuffer>> {
  return typesetter.pdf('agenda.typ', agendaData(paper));
}

/** What the template is given: plain words only, so that nothing a teacher writes can be read as markup. */
export function agendaData(paper: AgendaPaper): Readonly<Record<string, unknown>> {
  return { ...agendaSheet(paper), kind: `Ten minutes about ${possessive(paper.teacher)} plan` };
}
