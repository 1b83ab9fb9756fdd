import { expect, test } from 'vitest';
import { testApp } from '../../test/support/test-app.ts';
import { limitMailFrom, limitMailTo } from './mail-limits.ts';
import { TooMany } from './problems.ts';

test('one address has five mails a day, whoever sends them and however it is written', async () => {
  const { services, close } = await testApp();
  for (const address of ['jo@x.example', 'JO@x.example', 'jo@X.example', 'jo@x.example', 'Jo@x.example'])
    await limitMailTo(services, address);
  await expect(limitMailTo(services, 'jo@x.example')).rejects.toThrow(TooMany);
  await limitMailTo(services, 'sam@x.example');
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
