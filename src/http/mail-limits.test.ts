import { expect, test } from 'vitest';
import { testApp } from '../../test/support/test-app.ts';
import { limitMailFrom, limitMailTo } from './mail-limits.ts';
import { TooMany } from './problems.ts';

test('one sender has five mails a day to an address, however it is written, and keeps no other from it', async () => {
  const { services, close } = await testApp();
  for (const address of ['jo@x.example', 'JO@x.example', 'jo@X.example', 'jo@x.example', 'Jo@x.example'])
    await limitMailTo(services, address, { from: 'a' });
  await expect(limitMailTo(services, 'jo@x.example', { from: 'a' })).rejects.toThrow(TooMany);
  await expect(limitMailTo(services, 'jo+more@x.example', { from: 'a' })).rejects.toThrow(TooMany);
  await limitMailTo(services, 'jo@x.example', { from: 'b' });
  await limitMailTo(services, 'jo@x.example');
  await limitMailTo(services, 'sam@x.example', { from: 'a' });
  await close();
});

test('all together have sixty a day to an address', async () => {
  const { services, close } = await testApp();
  for (let sent = 0; sent < 60; sent += 1) await limitMailTo(services, 'jo@x.example', { from: String(sent) });
  await expect(limitMailTo(services, 'jo@x.example', { from: 'z' })).rejects.toThrow(TooMany);
  await close();
});

test('what one account sends is counted for each kind by itself', async () => {
  const { services, close } = await testApp();
  for (let sent = 0; sent < 10; sent += 1) await limitMailFrom(services, 'case', 'a');
  await expect(limitMailFrom(services, 'case', 'a')).rejects.toThrow(TooMany);
  await limitMailFrom(services, 'share', 'a');
  await limitMailFrom(services, 'case', 'b');
  await close();
});
