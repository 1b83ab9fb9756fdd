import { z } from 'zod';
import { CERTAINTIES } from '../domain/catalogue/fact.ts';
import { NPQ_CODES } from '../domain/catalogue/npq.ts';
import { OPPORTUNITY_KINDS } from '../domain/catalogue/opportunity.ts';
import {
  DISTRICTS,
  HOLDINGS,
  HOSTED,
  PHASES,
  ROLES,
  SECTORS,
  SETTING_KINDS,
  SUBJECTS,
} from '../domain/matching/profile.ts';
import { ROUTE_IDS } from '../domain/catalogue/route.ts';
import { id, topic, day, dayOrMonth, prose, sentence, url, span, source, quantity } from './schema-parts.ts';

export const factsFile = z.strictObject({
  sources: z.record(id, source).describe('Where the statements below come from, each named once'),
  facts: z.array(
    z.strictObject({
      id: id.describe('Names this one statement; never changes'),
      topic: topic.describe('What it is about; the same through time, and what {{…}} in prose names'),
      statement: z.string().trim().min(10).describe('One plain sentence that stands alone'),
      value: z
        .union([
          quantity.extend({ basis: z.enum(['published', 'our-estimate']).default('published') }),
          z.string().min(1),
        ])
        .optional()
        .describe('What stands in a sentence where the topic is named'),
      ...span,
      source: id,
      alsoSeenAt: z.array(id).default([]),
      checkedOn: day,
      certainty: z.enum(CERTAINTIES),
      replaces: id.optional().describe('The statement whose place this one took'),
    }),
  ),
});

const figure = z.union([
  z.strictObject({ fact: topic, note: prose.optional() }),
  z.strictObject({ estimate: quantity, because: sentence, note: prose.optional() }),
  z.strictObject({ unknown: sentence }),
]);

const facts = z.array(topic).min(1).optional();
const some = <T extends readonly [string, ...string[]]>(values: T) => z.array(z.enum(values)).min(1);
const requirement = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('not-held'), npq: z.enum(NPQ_CODES), facts }),
  z.strictObject({ kind: z.literal('holds-npq'), anyOf: some(NPQ_CODES), facts }),
  z.strictObject({ kind: z.literal('holds'), anyOf: some(HOLDINGS), facts }),
  z.strictObject({ kind: z.literal('role'), anyOf: some(ROLES), facts }),
  z.strictObject({ kind: z.literal('setting'), anyOf: some(SETTING_KINDS), facts }),
  z.strictObject({ kind: z.literal('sector'), anyOf: some(SECTORS), facts }),
  z.strictObject({ kind: z.literal('in-england'), facts }),
  z.strictObject({ kind: z.literal('phase'), anyOf: some(PHASES), facts }),
  z.strictObject({ kind: z.literal('subject'), anyOf: some(SUBJECTS), facts }),
  z.strictObject({ kind: z.literal('experience'), years: z.number().positive().max(20), facts }),
  z.strictObject({ kind: z.literal('district'), anyOf: some(DISTRICTS), facts }),
  z.strictObject({ kind: z.literal('school-hosts'), what: z.enum(HOSTED), facts }),
  z.strictObject({ kind: z.literal('sponsor'), facts }),
  z.strictObject({ kind: z.literal('line-manager'), facts }),
  z.strictObject({ kind: z.literal('not-mentor-trained'), facts }),
  z.strictObject({ kind: z.literal('reception-teacher'), facts }),
  z.strictObject({ kind: z.literal('mastery-year'), facts }),
  z.strictObject({ kind: z.literal('new-headteacher'), facts }),
  z.strictObject({ kind: z.literal('catholic-school'), facts }),
  z.strictObject({ kind: z.literal('provider-decides'), who: z.string().min(3), facts }),
  z.strictObject({ kind: z.literal('unconfirmed'), what: sentence, facts }),
]);

const intake = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'an intake is written opportunity/cohort'),
  name: z.string().min(3),
  starts: dayOrMonth.nullable(),
  window: z.strictObject({ opens: day.nullable(), closes: day.nullable() }),
  facts: z.array(topic),
  note: prose.optional(),
});

const when = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('intakes'), words: prose.optional() }),
  z.strictObject({ kind: z.enum(['any-time', 'school-decides', 'rolling', 'ask']), words: prose }),
]);

export const opportunityFile = z.strictObject({
  id,
  name: z.string().min(3).max(90),
  abbreviation: z.string().min(2).max(12).optional(),
  kind: z.enum(OPPORTUNITY_KINDS),
  route: z.enum(ROUTE_IDS),
  alsoOn: z.array(z.enum(ROUTE_IDS)).default([]),
  npq: z.enum(NPQ_CODES).optional(),
  exists: z.strictObject(span),
  ended: sentence.optional(),
  depth: z.enum(['full', 'short']),
  summary: sentence.refine((text) => text.length <= 170, 'a summary is one line'),
  what: z.array(prose).min(1),
  suits: sentence,
  asksOfYou: sentence.optional(),
  asksOfSchool: sentence.optional(),
  firstStep: sentence,
  figures: z.strictObject({
    time: figure,
    total: figure.optional(),
    duration: figure.optional(),
    outOfClass: figure.optional(),
    costToYou: figure,
    costToSchool: figure,
    income: figure.optional(),
  }),
  when,
  intakes: z.array(intake).default([]),
  requirements: z.array(requirement),
  uses: z.array(z.enum(NPQ_CODES)).default([]),
  opens: z.array(id).default([]),
  providers: z.array(id).default([]),
  page: z.strictObject({ title: z.string().min(3), url }).nullable(),
  facts: z.array(topic).default([]),
  keywords: z.array(z.string()).default([]),
  owner: z.string().default('national'),
  areas: z.array(z.string().regex(/^[A-Z]+\d+$/)).default([]),
  checkedOn: day,
  reviewBy: day,
});

export const routesFile = z.strictObject({
  routes: z.array(
    z.strictObject({
      id: z.enum(ROUTE_IDS),
      name: z.string(),
      tagline: sentence,
      what: z.array(prose).min(1),
      suits: sentence,
      asksOfYou: sentence,
      asksOfSchool: sentence,
      leadsTo: sentence,
      cycle: z.array(z.strictObject({ name: z.string(), text: sentence })).default([]),
      stops: z.array(id).min(1),
      reading: z.array(z.strictObject({ title: z.string(), url, why: sentence })).default([]),
    }),
  ),
});

export const npqsFile = z.strictObject({
  npqs: z.array(
    z.strictObject({
      code: z.enum(NPQ_CODES),
      abbreviation: z.string(),
      name: z.string(),
      group: z.enum(['specialist', 'leadership', 'coaching-offer', 'support']),
      audience: sentence,
      exists: z.strictObject(span),
      providers: z.array(z.strictObject({ cohort: z.string(), providers: z.array(id).min(1) })).default([]),
    }),
  ),
});

export const providersFile = z.strictObject({
  providers: z.array(
    z.strictObject({
      id,
      name: z.string(),
      kind: z.enum([
        'npq-lead-provider',
        'university',
        'professional-body',
        'network',
        'hub',
        'charity',
        'government',
        'other',
      ]),
      summary: sentence,
      website: url.nullable(),
      exists: z.strictObject(span),
      facts: z.array(topic).default([]),
    }),
  ),
});

export const cohortsFile = z.strictObject({
  cohorts: z.array(
    z.strictObject({
      id: z.string().regex(/^\d{4}-(spring|autumn)$/),
      dfeCode: z.string().nullable(),
      name: z.string(),
      starts: dayOrMonth.nullable(),
      registrationOpened: day.nullable(),
      registrationClosed: day.nullable(),
      funding: z.enum(['full', 'capped', 'zero', 'not-announced']),
      note: sentence,
      facts: z.array(topic).default([]),
    }),
  ),
});

export const networksFile = z.strictObject({
  networks: z.array(
    z.strictObject({
      id,
      name: z.string(),
      summary: sentence,
      exists: z.strictObject(span),
      local: sentence,
      facts: z.array(topic).default([]),
      opportunities: z.array(id).default([]),
    }),
  ),
});

export const eefFile = z.strictObject({
  ideas: z.array(
    z.strictObject({
      id,
      kind: z.enum(['phase', 'behaviour', 'contextual-factor', 'mechanism']),
      group: z.string().nullable(),
      name: z.string(),
      text: sentence,
    }),
  ),
});

export const claimsFile = z.strictObject({
  claims: z.array(
    z.strictObject({
      id,
      document: z.string(),
      where: z.string(),
      saidOn: z.string().regex(/^\d{4}(-\d{2})?$/),
      claim: z.string().min(5),
      stillTrue: z.enum(['yes', 'partly', 'no', 'unknown']),
      now: sentence,
      bornOutBy: z.array(topic).default([]),
      contradictedBy: z.array(topic).default([]),
      source: source.nullable(),
      checkedOn: day,
      certainty: z.enum(['high', 'medium', 'low']),
    }),
  ),
});

export const hubFile = z.strictObject({
  id,
  name: z.string(),
  area: z.string().regex(/^[A-Z]+\d+$/),
  districts: z.array(z.strictObject({ id: z.string(), name: z.string() })).min(1),
  leadSchool: z.strictObject({ urn: z.number().int(), name: z.string(), trust: z.string() }),
  website: url,
  email: z.email(),
  phone: z.string(),
  what: z.array(prose).min(1),
  offers: z.array(sentence),
  unknown: z.array(sentence),
  facts: z.array(topic).default([]),
  schoolDomains: z
    .array(
      z.strictObject({
        urn: z.number().int(),
        domain: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a domain such as st-marys.wigan.sch.uk'),
        confirmedOn: day,
      }),
    )
    .default([])
    .describe('Email domains that the hub has confirmed to be a school’s own, such as st-marys.wigan.sch.uk'),
});

export const aliasesFile = z.strictObject({
  aliases: z.record(id, id).describe('An id that was public once, and what it is called now'),
});
