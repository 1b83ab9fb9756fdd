import { REVIEW_IDS, REVIEW_QUESTIONS, type ReviewAnswers, type ReviewId } from '../../domain/conversation/review.ts';
import type { FieldErrors, SentForm } from '../form.ts';
import { faultOfWords } from './words-sent.ts';

export type ParsedReview =
  { readonly ok: true; readonly answers: ReviewAnswers } | { readonly ok: false; readonly errors: FieldErrors };

/** Reads the answers to a review's questions; what was left empty was skipped. */
export function parseReview(form: SentForm): ParsedReview {
  const written = REVIEW_IDS.flatMap((id): readonly (readonly [ReviewId, string])[] => {
    const text = form.one(id);
    return text === '' ? [] : [[id, text]];
  });
  const errors = new Map(
    written.flatMap(([id, text]) => {
      const fault = faultOfWords(text);
      return fault === undefined ? [] : [[id, fault] as const];
    }),
  );
  if (written.length === 0) errors.set(REVIEW_QUESTIONS[0].id, 'Answer at least one question');
  return errors.size > 0 ? { ok: false, errors } : { ok: true, answers: Object.fromEntries(written) };
}
