import { expect, test } from 'vitest';
import { forBothDatabases } from './support/both-databases.ts';
import { aDraft, aMailbox, NOW } from './support/mail-builders.ts';
import { aMailProcess, contentOf, to } from './support/mail-process.ts';
import { switchKindOff } from '../src/db/mail.ts';
import { backoffMs } from '../src/jobs/backoff.ts';

const [SECOND, DAY] = [1000, 86_400_000];

forBothDatabases('the work behind the pages', (open) => {
  test('a mail goes out once, what caused it having been saved, and nothing of it is left behind', async () => {
    await using held = await open();
    const own = aMailProcess(held);
    const draft = await own.queue(to('jane'));
    expect(await contentOf(held)).toContain('jane@school.example');
    await own.jobs.runDue();
    await own.jobs.runDue();
    expect(own.mailed()).toEqual(['jane@school.example']);
    expect(await own.fateOf(draft)).toMatchObject({ outcome: 'done', endedAt: NOW, attempts: 1 });
    expect(await contentOf(held)).not.toMatch(/jane|Jane|half term/);
  });

  test('what caused it not having been saved, none goes out', async () => {
    await using held = await open();
    const own = aMailProcess(held);
    const failing = held.db.transaction().execute(async (transaction) => {
      await own.mail.queue(transaction, aDraft());
      throw new Error('the page broke');
    });
    await expect(failing).rejects.toThrow('the page broke');
    await own.jobs.runDue();
    expect(own.mailed()).toEqual([]);
  });

  test('one cause is mailed once; of a hundred at once those with a cause of their own', async () => {
    await using held = await open();
    const own = aMailProcess(held);
    expect(await own.mail.queue(held.db, aDraft({ key: 'plan-1' }))).toBe(true);
    expect(await own.mail.queue(held.db, aDraft({ key: 'plan-1' }))).toBe(false);
    expect(await own.mail.queue(held.db, aDraft({ key: 'plan-1', kind: 'alert' }))).toBe(true);
    const drafts = Array.from({ length: 100 }, (_, index) => aDraft({ key: `plan-${index % 50}` }));
    expect(await own.mail.queueAll(held.db, drafts)).toBe(49);
    await own.jobs.runDue();
    expect(own.mailed()).toHaveLength(51);
  });

  test('mail that somebody waits for goes before a thousand that nobody does', async () => {
    await using held = await open();
    const own = aMailProcess(held);
    await own.mail.queueAll(
      held.db,
      Array.from({ length: 100 }, () => aDraft(to('many'))),
    );
    own.later(SECOND);
    own.transport.answer = async () => {
      if (own.transport.sent.length === 30) await own.mail.queue(held.db, aDraft({ kind: 'own-plan', ...to('jane') }));
      return { kind: 'accepted' };
    };
    await own.jobs.runDue();
    const place = own.mailed().indexOf('jane@school.example');
    expect(place).toBeGreaterThanOrEqual(30);
    expect(place).toBeLessThan(52);
    expect(own.mailed()).toHaveLength(101);
  });

  test('each is recorded before the next is accepted, though that is on its way by then', async () => {
    await using held = await open();
    const own = aMailProcess(held);
    await own.mail.queueAll(
      held.db,
      Array.from({ length: 30 }, () => aDraft(to('many'))),
    );
    const recorded: number[] = [];
    own.transport.answer = async () => {
      const { count } = await held.db
        .selectFrom('job')
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('kind', '=', 'send-mail')
        .where('outcome', '=', 'done')
        .executeTakeFirstOrThrow();
      recorded.push(count);
      return { kind: 'accepted' };
    };
    await own.jobs.runDue();
    expect(recorded).toEqual(Array.from({ length: 30 }, (_, sent) => sent));
  });

  test('an address that the server does not know is given up at once, with the reason, and holds nobody up', async () => {
    await using held = await open();
    const own = aMailProcess(held);
    own.transport.answer = ({ to: address }) =>
      address.startsWith('jane')
        ? { kind: 'refused', because: 'the mail server refused it: 550' }
        : { kind: 'accepted' };
    const [janes, johns] = [await own.queue(to('jane')), await own.queue(to('john'))];
    await own.jobs.runDue();
    expect(await own.fateOf(janes)).toMatchObject({ outcome: 'failed', because: 'the mail server refused it: 550' });
    expect(await own.fateOf(johns)).toMatchObject({ outcome: 'done', because: null });
    expect(await contentOf(held)).not.toContain('@school.example');
  });

  test('one that is put off is tried again, at longer and longer intervals, and given up when it is worth no more', async () => {
    await using held = await open();
    const own = aMailProcess(held);
    own.transport.answer = () => ({ kind: 'deferred', because: 'the mail server put it off: 450' });
    const draft = await own.queue();
    const waits: number[] = [];
    let passed = 0;
    for (;;) {
      await own.jobs.runDue();
      const fate = await own.fateOf(draft);
      if (fate?.outcome !== null) break;
      const wait = Date.parse(fate.dueAt) - Date.parse(NOW) - passed;
      own.later(wait - 1);
      await own.jobs.runDue();
      expect(await own.fateOf(draft)).toEqual(fate);
      own.later(1);
      waits.push(wait);
      passed += wait;
    }
    expect(waits).toEqual(waits.map((_, index) => backoffMs(index + 1)));
    expect(passed).toBeGreaterThan(3.5 * DAY);
    expect(passed).toBeLessThan(4 * DAY);
    const because = 'the mail server put it off: 450';
    expect(await own.fateOf(draft)).toMatchObject({ outcome: 'failed', because, attempts: waits.length + 1 });
  });

  test('while the server is away nothing is blamed for it, and all of it goes out when it is back', async () => {
    await using held = await open();
    const own = aMailProcess(held);
    let asked = 0;
    own.transport.answer = () => {
      asked += 1;
      return { kind: 'unreachable', begun: false, because: 'the mail server takes no mail: nothing listens there' };
    };
    const drafts = [await own.queue(to('jane')), await own.queue(to('john'))];
    for (let time = 0; time < 50; time += 1) await own.jobs.runDue();
    expect(asked).toBe(50);
    for (const draft of drafts) {
      const because = 'the mail server takes no mail: nothing listens there';
      expect(await own.fateOf(draft)).toMatchObject({ outcome: null, attempts: 0, because });
    }
    own.transport.answer = () => ({ kind: 'accepted' });
    await own.jobs.runDue();
    expect(new Set(own.mailed())).toEqual(new Set(['jane@school.example', 'john@school.example']));
  });

  test('one whose connection broke while it went out lets the others go first', async () => {
    await using held = await open();
    const own = aMailProcess(held);
    own.transport.answer = ({ to: address }) =>
      address.startsWith('jane') ? { kind: 'unreachable', begun: true, because: 'it broke' } : { kind: 'accepted' };
    const janes = await own.queue(to('jane'));
    own.later(SECOND);
    await own.queue(to('john'));
    await own.jobs.runDue();
    await own.jobs.runDue();
    expect(own.mailed()).toEqual(['john@school.example']);
    expect(await own.fateOf(janes)).toMatchObject({ outcome: null, attempts: 1, because: 'it broke' });
    own.transport.answer = () => ({ kind: 'accepted' });
    own.later(10 * SECOND);
    await own.jobs.runDue();
    expect(own.mailed()).toEqual(['john@school.example', 'jane@school.example']);
  });

  test('who has said meanwhile that such mail is not wanted does not get it', async () => {
    await using held = await open();
    const own = aMailProcess(held);
    const draft = await own.queue(to('jane'));
    await switchKindOff(held.db, own.mail.keys.addressId(aMailbox('JANE@School.Example')), 'reminder', NOW);
    await own.jobs.runDue();
    expect(own.mailed()).toEqual([]);
    expect(await own.fateOf(draft)).toMatchObject({ outcome: 'dropped' });
    expect(await contentOf(held)).not.toContain('jane');
  });

  const MORNING = { from: '2026-11-24T08:00:00.000Z', until: '2026-11-24T17:00:00.000Z' };
  const NEXT = { from: '2026-11-26T08:00:00.000Z', until: '2026-11-26T17:00:00.000Z' };
  const HOUR = 3_600_000;

  test('one that keeps hours waits for them and goes when they begin', async () => {
    await using held = await open();
    const own = aMailProcess(held);
    const draft = await own.queue({ ...to('jane'), within: [MORNING, NEXT] });
    own.later(23 * HOUR - 1);
    await own.jobs.runDue();
    expect(own.mailed()).toEqual([]);
    expect(await own.fateOf(draft)).toMatchObject({ attempts: 0, dueAt: MORNING.from });
    own.later(1);
    await own.jobs.runDue();
    expect(own.mailed()).toEqual(['jane@school.example']);
  });

  test('one whose hours are over while the server is away goes in the next ones, and after the last not at all', async () => {
    await using held = await open();
    const own = aMailProcess(held);
    own.transport.answer = () => ({ kind: 'unreachable', begun: false, because: 'it is away' });
    const drafts = [
      await own.queue({ ...to('jane'), within: [MORNING, NEXT] }),
      await own.queue({ ...to('john'), within: [MORNING] }),
    ];
    own.later(32 * HOUR - 1);
    await own.jobs.runDue();
    own.transport.answer = () => ({ kind: 'accepted' });
    own.later(1);
    await own.jobs.runDue();
    expect(own.mailed()).toEqual([]);
    expect(await own.fateOf(drafts[0] ?? aDraft())).toMatchObject({ outcome: null, dueAt: NEXT.from });
    expect(await own.fateOf(drafts[1] ?? aDraft())).toMatchObject({ outcome: 'failed', because: 'it is away' });
    own.later(40 * HOUR);
    await own.jobs.runDue();
    expect(own.mailed()).toEqual(['jane@school.example']);
  });

  test('a mail that breaks what sends it is tried again and holds nobody up', async () => {
    await using held = await open();
    const own = aMailProcess(held);
    own.transport.answer = ({ to: address }) => {
      if (address.startsWith('jane')) throw new TypeError('jane@school.example breaks it');
      return { kind: 'accepted' };
    };
    const janes = await own.queue(to('jane'));
    await own.queue(to('john'));
    await own.jobs.runDue();
    expect(own.mailed()).toEqual(['john@school.example']);
    expect(await own.fateOf(janes)).toMatchObject({ outcome: null, because: 'it broke: TypeError' });
  });
});
