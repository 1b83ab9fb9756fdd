import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aFact, anOpportunity, TODAY } from '../../../test/support/builders.ts';
import { CONTENT_ROOT } from '../../services/catalogue-source.ts';
import { loadContent } from '../../content/load-content.ts';
import { catalogueOn, type DayCatalogue } from '../catalogue/catalogue.ts';
import { factsOn } from '../catalogue/fact.ts';
import type { Figure, OpportunityKind } from '../catalogue/opportunity.ts';
import { LIMITS } from './plan.ts';
import type { Quantity, Unit } from '../quantity.ts';
import { costToTeacher } from './step-cost.ts';
import { loadOf, type StepLoad } from './step-load.ts';

const NO_FACTS: Pick<DayCatalogue, 'facts'> = { facts: new Map() };

type Range = readonly [min: number, max: number | null, unit: Unit];

function estimate([min, max, unit]: Range): Figure {
  return { estimate: { min, max, unit }, because: 'A guess.' };
}

interface Given {
  readonly kind?: OpportunityKind;
  readonly time?: Range;
  readonly length?: Range;
  readonly total?: Range;
}

function loadWith({ kind = 'course', time, length, total }: Given): StepLoad {
  const opportunity = anOpportunity({
    kind,
    figures: {
      ...anOpportunity().figures,
      time: time ? estimate(time) : { unknown: 'Nobody has said.' },
      ...(length ? { duration: estimate(length) } : {}),
      ...(total ? { total: estimate(total) } : {}),
    },
  });
  return loadOf(opportunity, NO_FACTS);
}

const each = (count: number, hours: number) => Array.from({ length: count }, () => hours);

describe('the hours of a step', () => {
  test.each<[clause: string, given: Given, hours: readonly number[]]>([
    [
      'an NPQ of 18 months at one to two hours a week is nine half terms of ten hours',
      { kind: 'npq', time: [1, 2, 'hours-a-week'], length: [18, 18, 'months'] },
      each(9, 10),
    ],
    [
      'two years at an hour a week are twelve half terms of six and a half weeks',
      { time: [1, 1, 'hours-a-week'], length: [2, 2, 'years'] },
      each(12, 6.5),
    ],
    [
      'a weekly figure for five weeks counts for five weeks and not for a half term',
      { time: [1, 1, 'hours-a-week'], length: [5, 5, 'weeks'] },
      [5],
    ],
    [
      'a weekly figure for nine weeks reaches into a second half term',
      { time: [3, 4, 'hours-a-week'], length: [8, 10, 'weeks'] },
      [16, 15.5],
    ],
    [
      'a length from one to three terms counts at its middle',
      { time: [1, 1, 'hours-a-week'], length: [1, 3, 'terms'] },
      each(4, 6.5),
    ],
    [
      'up to three years are planned as a year and a half',
      { time: [1, 1, 'hours-a-week'], length: [0, 3, 'years'] },
      each(9, 6.5),
    ],
    [
      'a length of at least a year counts as a year',
      { time: [1, 1, 'hours-a-week'], length: [1, null, 'years'] },
      each(6, 6.5),
    ],
    [
      'hours in all are spread so that they add up',
      { time: [80, 80, 'hours'], length: [1, 1, 'years'] },
      [13.5, 13, 13.5, 13.5, 13, 13.5],
    ],
    [
      'an hour and a half over a year is no three hours',
      { time: [1, 2, 'hours'], length: [3, 3, 'terms'] },
      [0.5, 0, 0.5, 0, 0.5, 0],
    ],
    [
      'hours a year count for the years it lasts',
      { time: [12, 12, 'hours-a-year'], length: [2, 2, 'years'] },
      each(12, 2),
    ],
    ['a day is six hours', { time: [1, 1, 'days'] }, [6]],
    ['days a year are spread over the year', { kind: 'role', time: [6, 10, 'days-a-year'] }, each(6, 8)],
    ['two days are done within a half term', { time: [1, 3, 'days'] }, [12]],
    ['more than two days take as long as their kind usually does', { time: [9, 18, 'hours'] }, [7, 6.5]],
    [
      'ten days of a role are days of a year, not of one half term',
      { kind: 'role', time: [10, 10, 'days'] },
      each(6, 10),
    ],
    ['an hour of a membership is an hour of a year', { kind: 'membership', time: [6, 6, 'hours'] }, each(6, 1)],
    [
      'the total counts where the time is no number of hours',
      { time: [8, 8, 'seminars'], total: [20, 40, 'hours'], length: [1, 1, 'terms'] },
      [15, 15],
    ],
    [
      'the time counts before the total',
      { time: [6, 6, 'hours'], total: [20, 40, 'hours'], length: [1, 1, 'terms'] },
      [3, 3],
    ],
    [
      'no half term takes more than a plan can hold',
      { time: [100, 100, 'hours-a-week'], length: [1, 1, 'half-terms'] },
      [LIMITS.hoursInHalfTerm],
    ],
    [
      'nothing is planned for more than seven years',
      { time: [1, 1, 'hours-a-year'], length: [10, 10, 'years'] },
      loadWith({ time: [1, 1, 'hours-a-year'], length: [7, 7, 'years'] }).hours,
    ],
  ])('%s', (_, given, hours) => {
    expect(loadWith(given)).toEqual({ hours, basis: 'our-estimate' });
  });

  test.each<[clause: string, given: Given, halfTerms: number]>([
    ['nobody has published them', { kind: 'role' }, 6],
    ['seminars are counted and not hours', { time: [8, 8, 'seminars'], length: [1, 1, 'years'] }, 6],
    ['a marker’s three weeks are a length and no hours', { kind: 'role', time: [2, 4, 'weeks'] }, 1],
  ])('are not known, and count for none, where %s', (_, given, halfTerms) => {
    expect(loadWith(given)).toEqual({ hours: each(halfTerms, 0), basis: 'not-known' });
  });

  test.each<[clause: string, time: Quantity, length: Quantity, basis: string]>([
    ['both figures are', published(1, 'hours-a-week'), published(1, 'years'), 'published'],
    [
      'only the hours are',
      published(1, 'hours-a-week'),
      { ...published(1, 'years'), basis: 'our-estimate' },
      'our-estimate',
    ],
    [
      'only the length is',
      { ...published(1, 'hours-a-week'), basis: 'our-estimate' },
      published(1, 'years'),
      'our-estimate',
    ],
    ['days are published, whose hours are our reckoning', published(15, 'days'), published(1, 'years'), 'our-estimate'],
  ])('rest on what is published where %s', (_, time, length, basis) => {
    const figure = (topic: string, { basis: rests, ...quantity }: Quantity): Figure =>
      rests === 'published' ? { fact: topic } : { estimate: quantity, because: 'A guess.' };
    const facts = factsOn(
      [aFact({ id: 'a', topic: 'time', value: time }), aFact({ id: 'b', topic: 'length', value: length })],
      TODAY,
    );
    const opportunity = anOpportunity({
      figures: { ...anOpportunity().figures, time: figure('time', time), duration: figure('length', length) },
    });
    expect(loadOf(opportunity, { facts }).basis).toBe(basis);
  });

  test('add up to the figure to the half hour, whatever it is and however long it takes', () => {
    const some = fc.record({ hours: fc.integer({ min: 1, max: 400 }), halfTerms: fc.integer({ min: 1, max: 42 }) });
    fc.assert(
      fc.property(some, ({ hours, halfTerms }) => {
        const load = loadWith({ time: [hours, hours, 'hours'], length: [halfTerms, halfTerms, 'half-terms'] });
        const most = Math.min(hours, load.hours.length * LIMITS.hoursInHalfTerm);
        expect(load.hours.reduce((sum, one) => sum + one, 0)).toBe(most);
        expect(Math.max(...load.hours) - Math.min(...load.hours)).toBeLessThanOrEqual(0.5);
      }),
    );
  });
});

function published(value: number, unit: Unit): Quantity {
  return { min: value, max: value, unit, basis: 'published' };
}

describe('the catalogue of the day', () => {
  const loaded = loadContent(CONTENT_ROOT, 'generate');
  if (!loaded.ok) throw new Error('the content does not load');
  const on = catalogueOn(loaded.catalogue, TODAY);
  const loads = on.opportunities.map((opportunity) => ({ opportunity, load: loadOf(opportunity, on) }));

  test('gives every next step hours and a cost that a plan can hold', () => {
    const wrong = loads.filter(({ opportunity, load: { hours, basis } }) => {
      const cost = costToTeacher(opportunity, hours.length, on);
      return (
        hours.length < 1 ||
        hours.length > LIMITS.duration ||
        hours.some((one) => !(one >= 0 && one <= LIMITS.hoursInHalfTerm && Number.isInteger(one * 2))) ||
        (basis === 'not-known') !== hours.every((one) => one === 0) ||
        !(cost === null || (Number.isInteger(cost) && cost >= 0 && cost <= LIMITS.pence))
      );
    });
    expect(wrong.map(({ opportunity }) => opportunity.id)).toEqual([]);
  });

  test('takes more than thirty hours of a half term only where study or a post of one’s own does', () => {
    const heavy = loads.filter(({ load }) => Math.max(...load.hours) > 30).map(({ opportunity }) => opportunity.id);
    expect(heavy).toEqual([
      'chester-doctor-of-education',
      'chester-ma-education',
      'edge-hill-education-masters',
      'exeter-ma-education-online',
      'leading-practitioner',
      'liverpool-hope-masters',
      'liverpool-john-moores-ma-education',
      'manchester-metropolitan-masters',
      'pastoral-lead',
      'senco',
    ]);
  });

  test.each([
    ['npq-senior-leadership', each(9, 10), 'published'],
    ['npq-leading-literacy', each(6, 10), 'published'],
    ['ect-mentor', each(12, 6.5), 'published'],
    ['line-manager-conversation', [0.5, 0, 0.5, 0, 0.5, 0], 'our-estimate'],
    ['plan-and-try-one-change', each(4, 6.5), 'our-estimate'],
    ['key-stage-2-test-marker', [0], 'not-known'],
    ['english-hub-literacy-specialist', each(6, 7.5), 'our-estimate'],
    ['mental-health-champions-foundation', [5], 'our-estimate'],
  ])('reckons %s as a teacher would', (id, hours, basis) => {
    const opportunity = on.byId.get(id);
    expect(opportunity && loadOf(opportunity, on)).toEqual({ hours, basis });
  });
});
