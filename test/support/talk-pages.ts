import { expect } from 'vitest';
import { aTalk, aTeacher, share, theReviewer } from './talk-visitors.ts';
import type { TestApp } from './test-app.ts';

/** A page of a conversation in one of its states. */
export interface TalkPage {
  readonly name: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number;
}

/** Every page of a conversation, from both sides, in the states it comes in. */
export async function talkPages(service: TestApp): Promise<readonly TalkPage[]> {
  const unopened = await aTeacher(service, 'new@school.example');
  const beginning = {
    name: 'begins',
    path: `${unopened.path}/shares`,
    headers: unopened.signedIn.headers,
    status: 200,
  };
  await share(unopened, { address: 'unopened@school.example', sections: ['costs', 'goals'] });
  const stranger = await theReviewer(service, 'unopened@school.example');
  const { teacher, reviewer, at } = await aTalk(service, { sections: ['costs', 'notes', 'explore'] });
  await teacher.change({ 'what-changed': 'Pupils read longer words.' }, '/phases/explore');
  const fresh = `${reviewer.path}?answered=2`;
  const answers = {
    'outcome-s1': 'agree',
    'outcome-s2': 'change',
    'text-s2': 'After Easter. Ask Jack Smith.',
    'outcome-s3': 'decline',
    'text-s3': 'No time.',
    whole: 'Thank you.',
  };
  const seen = await reviewer.page();
  await teacher.change({ act: 'later', step: 's2' });
  expect((await reviewer.send(answers, seen)).status).toBe(303);
  await teacher.change({ act: 'some-day', step: 's3' });
  await teacher.post(at, { act: 'say', step: 's1', text: 'Thank you, Amelia Novak.' });
  await reviewer.send({ 'text-s1': 'Gladly.' });
  await service.post(`${reviewer.path}/review`, { act: 'review', used: 'All of it.' });
  await teacher.post(`${at}/review`, { act: 'review', used: 'Most of it.', changed: 'They read on.' });
  const asked = { act: 'invite', share: at.replace('/shares/', ''), day: '2026-12-03', time: '15:30' };
  expect((await teacher.post('/agenda', asked)).status).toBe(303);
  const ended = await aTalk(service);
  await ended.teacher.post(ended.at, { act: 'revoke' });
  const own = (name: string, below: string) => ({
    name,
    path: `${teacher.path}${below}`,
    headers: teacher.signedIn.headers,
    status: 200,
  });
  const theirs = (name: string, path: string, status = 200) => ({ name, path, headers: {}, status });
  return [
    beginning,
    { ...beginning, name: 'not opened yet', path: `${unopened.path}/shares` },
    own('the plan of who shares it', ''),
    own('with whom it is shared', '/shares'),
    own('a stand-in', `/shares?for=${at.replace('/shares/', '')}`),
    own('the teacher’s side', at),
    own('the teacher’s side after a comment with a name', `${at}?done=said`),
    own('the agenda, with a time for it', '/agenda?done=sent'),
    own('the teacher’s review', `${at}/review`),
    {
      name: 'the teacher’s side of what has ended',
      path: `${ended.teacher.path}${ended.at}?done=ended`,
      headers: ended.teacher.signedIn.headers,
      status: 200,
    },
    theirs('before the reader said who they are', stranger.path),
    theirs('the reviewer’s side', reviewer.path),
    theirs('after answers, with a name and a changed step', fresh),
    theirs('after nothing new', `${reviewer.path}?answered=999`),
    theirs('the reviewer’s agenda', `${reviewer.path}/agenda`),
    theirs('the agenda before the reader said who they are', `${stranger.path}/agenda`),
    theirs('the reviewer’s review', `${reviewer.path}/review`),
    theirs('an ended link', ended.reviewer.path, 410),
  ];
}
