import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findConversations } from '../src/db/conversations.ts';
import { addShareEvents } from '../src/db/share-events.ts';
import { TALK_LIMITS, wordsOf, type Said } from '../src/domain/conversation/conversation-event.ts';
import { aTalk } from './support/talk-visitors.ts';
import { testApp, type TestApp } from './support/test-app.ts';

/*
 * One account can have many long conversations. What lists them holds no words of theirs: twenty of the longest would
 * otherwise fill the memory of the process, and end it for everybody.
 */

describe.each(['sqlite', 'postgres'] as const)('many long conversations, on %s', (database) => {
  let service: TestApp;
  beforeAll(async () => {
    service = await testApp({ database });
  });
  afterAll(() => service.close());

  test('what lists conversations knows where each stands, and holds none of their words', async () => {
    const { teacher, at } = await aTalk(service);
    const share = at.replace('/shares/', '');
    const long = 'ж'.repeat(TALK_LIMITS.text);
    const seen = { name: 'Lead a staff meeting', start: '2027-spring-2', hours: [6], hoursBasis: 'yours', owner: 'me' };
    const documents = [
      { kind: 'said', by: 'teacher', step: null, text: long },
      { kind: 'answered', step: 's2', outcome: 'decline', reason: long, seen },
      { kind: 'reviewed', by: 'reviewer', answers: { used: long } },
    ] as unknown as Said[];
    await addShareEvents(service.services.db, share, { after: 2, documents, now: service.services.clock.now() });
    const events = (await findConversations(service.services.db, [{ id: share }])).get(share) ?? [];
    expect(events.map(({ kind }) => kind)).toEqual(['asked', 'confirmed', 'said', 'answered', 'reviewed']);
    expect(events.map(wordsOf).join('')).toBe('');
    expect((await teacher.page('')).text).toContain('Jo Hall declined.');
    expect((await teacher.page(at)).text).toContain(long);
  });

  test('as many conversations as one asks for come back, each its own', async () => {
    const talks = [await aTalk(service), await aTalk(service)];
    const shares = talks.map(({ at }) => ({ id: at.replace('/shares/', '') }));
    const asked = Array.from({ length: 9 }, (_, index) => shares[index % 2] ?? { id: '' });
    const found = await findConversations(service.services.db, [...asked, { id: 'not there' }]);
    expect([...found.keys()].toSorted()).toEqual([...shares.map(({ id }) => id), 'not there'].toSorted());
    for (const { id } of shares) expect(found.get(id)?.map(({ kind }) => kind)).toEqual(['asked', 'confirmed']);
    expect(found.get('not there')).toEqual([]);
  });
});
