import { expect, test } from 'vitest';
import { cancelMeeting, findMeetings, setMeeting } from '../src/db/share-meetings.ts';
import type { IsoDate } from '../src/domain/date.ts';
import { anAskedShare } from './support/asked-share.ts';
import { forBothDatabases } from './support/both-databases.ts';
import { NOW } from './support/mail-builders.ts';

const THREE = '2026-12-03T15:30:00.000Z';
const FOUR = '2026-12-04T08:15:00.000Z';

forBothDatabases('a meeting', (open) => {
  test('is set, moved, cancelled and set again, each time with the next number; what stands so already is left', async () => {
    await using held = await open();
    const { db } = held;
    const { id } = await anAskedShare(db, { now: NOW, answerBy: '2026-12-07' as IsoDate });
    const set = (startsAt: string) => setMeeting(db, id, { startsAt, now: NOW });
    expect(await cancelMeeting(db, id, NOW)).toBeUndefined();
    expect(await set(THREE)).toMatchObject({ startsAt: THREE, sequence: 0, cancelledAt: null });
    expect(await set(THREE)).toBeUndefined();
    expect(await set(FOUR)).toMatchObject({ startsAt: FOUR, sequence: 1 });
    expect(await cancelMeeting(db, id, NOW)).toMatchObject({ startsAt: FOUR, sequence: 2, cancelledAt: NOW });
    expect(await cancelMeeting(db, id, NOW)).toBeUndefined();
    expect(await set(FOUR)).toMatchObject({ sequence: 3, cancelledAt: null });
    expect((await findMeetings(db, [{ id }])).get(id)).toMatchObject({ share: id, startsAt: FOUR, sequence: 3 });
    expect((await findMeetings(db, [])).size).toBe(0);
  });
});
