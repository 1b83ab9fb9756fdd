import { expect, test } from 'vitest';
import { readCaseEvent, readDraft, readSentCase } from '../src/db/case-schema.ts';
import type { CaseEvent } from '../src/domain/case/sponsor-answer.ts';
import type { Said } from '../src/domain/conversation/conversation-event.ts';
import { readConversation } from '../src/schemas/share-events-schema.ts';

/*
 * What has been kept once is read for good. These are documents as databases hold them: none is ever changed here, and
 * what one of them does not have, a schema may not demand. A new kind is added to them.
 */

const AT = '2026-11-26T09:00:00.000Z';

const SAID: Readonly<Record<Said['kind'], string>> = {
  asked: '{"kind":"asked","version":3,"steps":[{"id":"s1","name":"Mentor an ECT"}]}',
  confirmed: '{"kind":"confirmed"}',
  answered:
    '{"kind":"answered","step":"s1","outcome":"change","reason":"After Easter.","seen":{"name":"Mentor an ECT","start":"2027-spring-1","hours":[6.5,6.5],"hoursBasis":"published","owner":"me"}}',
  said: '{"kind":"said","by":"reviewer","step":null,"text":"Gladly."}',
  'asked-again': '{"kind":"asked-again","by":"teacher","steps":[{"id":"s1","name":"Mentor an ECT"}]}',
  'taken-back': '{"kind":"taken-back","by":"reviewer","words":4}',
  reviewed:
    '{"kind":"reviewed","by":"teacher","answers":{"used":"Two steps.","changed":"Too early.","time":"Yes.","next":"Go on.","support":"Cover."}}',
  'review-shown': '{"kind":"review-shown"}',
  reminded: '{"kind":"reminded","to":"reviewer"}',
  'stand-in': '{"kind":"stand-in","name":"Alex Roe"}',
  'link-renewed': '{"kind":"link-renewed"}',
  'parts-changed':
    '{"kind":"parts-changed","sections":["costs","notes","goals","explore","prepare","deliver","sustain"]}',
  closed: '{"kind":"closed","by":"nobody","because":"no-answer"}',
  revoked: '{"kind":"revoked"}',
};

test.each(Object.entries(SAID))('what was kept of a conversation as %s', (kind, kept) => {
  const [event] = readConversation([{ number: 1, document: JSON.parse(kept), at: AT }]);
  expect(event).toEqual({ ...JSON.parse(kept), number: 1, at: AT });
  expect(event?.kind).toBe(kind);
});

test.each(['settled', 'not-me', 'no-answer'])('that a conversation was closed as %s', (because) => {
  const document = { kind: 'closed', by: 'reviewer', because };
  expect(readConversation([{ number: 1, document, at: AT }])).toEqual([{ ...document, number: 1, at: AT }]);
});

const DRAFT =
  '{"steps":["s1"],"why":"Pupils read on.","back":"A plan for others.","asks":["endorse","pay-if-unfunded","arrange-cover","pay-travel","release-time","confirm-employment"],"days":5,"dayCost":20000,"travel":null}';

test('what a teacher has written for a case', () => {
  expect(readDraft(DRAFT)).toEqual(JSON.parse(DRAFT));
});

test('a case as it was sent', () => {
  const kept = `{"draft":${DRAFT},"sheet":{"title":"A case","reader":"head","asks":["endorse"],"glance":[{"label":"What","words":"An NPQ","cites":[1]}],"what":[{"name":"An NPQ","about":"A year"}],"why":"Pupils read on.","back":"","money":[],"dates":[],"sources":[{"number":1,"text":"DfE","url":"https://www.gov.uk/"}],"knownOn":"2026-11-26"},"planVersion":4}`;
  expect(readSentCase(kept)).toEqual(JSON.parse(kept));
});

const CASE_SAID: Readonly<Record<CaseEvent['kind'], string>> = {
  answered:
    '{"kind":"answered","answer":"if","words":"If cover is found.","asks":{"endorse":{"answer":"yes","condition":""}},"name":"Jo Hall","role":"headteacher"}',
  used: '{"kind":"used"}',
  reopened: '{"kind":"reopened"}',
  reminded: '{"kind":"reminded"}',
  closed: '{"kind":"closed","because":"no-answer"}',
  'asked-again': '{"kind":"asked-again"}',
};

test.each(Object.entries(CASE_SAID))('what was kept of a case as %s', (_, kept) => {
  expect(readCaseEvent({ number: 1, document: JSON.parse(kept), at: AT })).toEqual({
    ...JSON.parse(kept),
    number: 1,
    at: AT,
  });
});
