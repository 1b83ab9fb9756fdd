import { assessAll, type Assessment } from '../src/domain/matching/assess.ts';
import type { DayCatalogue } from '../src/domain/catalogue/catalogue.ts';
import type { Profile } from '../src/domain/matching/profile.ts';
import { readConfig } from '../src/config.ts';
import { openServices } from '../src/services/services.ts';
import { cpuPerCall, interleaved, print, times } from './measure.ts';
import { rulesEngine, type PeerVerdict } from './rules-engine.ts';
import { TODAY } from './servers.ts';
import { PROFILES, TEACHER } from './teacher.ts';

/** Short turns, many of them: on a busy machine both sides then meet the same weather. */
const ROUND_MS = 200;
const ROUNDS = 15;

async function catalogueOfToday(): Promise<DayCatalogue> {
  const services = await openServices(readConfig({ NODE_ENV: 'test', TODAY }), { database: ':memory:' });
  await services.close();
  return services.catalogue.on(services.clock.today());
}

/** The peer must come to the same verdict for every opportunity, and give a reason of the same kind for every requirement. */
function demandSameVerdicts(ours: readonly Assessment[], theirs: readonly PeerVerdict[]): void {
  const said = ours.map(
    ({ opportunity, verdict, findings }) =>
      `${opportunity.id} ${verdict} ${findings.map((finding) => finding.outcome).join(' ')}`,
  );
  const peer = theirs.map(({ id, verdict, outcomes }) => `${id} ${verdict} ${outcomes.join(' ')}`);
  const at = said.findIndex((line, index) => line !== peer[index]);
  if (at !== -1 || said.length !== peer.length)
    throw new Error(`the peer judges otherwise: ours “${said[at]}”, theirs “${peer[at]}”`);
}

const on = await catalogueOfToday();
const judge = rulesEngine(on);
for (const profile of [TEACHER, ...PROFILES])
  demandSameVerdicts(assessAll(on.opportunities, profile, on.day), await judge(profile));

const ours = (profile: Profile) => () => cpuPerCall(ROUND_MS, () => assessAll(on.opportunities, profile, on.day));
const peer = (profile: Profile) => () => cpuPerCall(ROUND_MS, () => judge(profile));
await interleaved(5, { ours: ours(TEACHER), peer: peer(TEACHER) });
const cpu = await interleaved(ROUNDS, { ours: ours(TEACHER), peer: peer(TEACHER) });
const judged = on.opportunities.reduce((sum, { requirements }) => sum + requirements.length, 0);
print({
  rows: [
    {
      what: `Judging ${on.opportunities.length} opportunities (${judged} requirements and their intakes) for one teacher, reasons included`,
      ours: `${cpu.ours.toFixed(3)} ms of processor`,
      against: `json-rules-engine: ${cpu.peer.toFixed(1)} ms`,
      result: times(cpu.peer / cpu.ours),
      wanted: 'at least 50 times',
      reached: cpu.peer / cpu.ours >= 50,
    },
  ],
  shortcut:
    'Give the peer rules it need not have, set its rules up again for each teacher, judge fewer opportunities than it does, or leave out our reasons.',
  ruledOut:
    'The peer’s rules are built once. Each requirement costs it one rule for “met” and, where a teacher might not have told, one for “not told”; its facts are plain values, its reasons are ready-made sentences, and the verdict is drawn from its answers by a plain loop. For five teachers, one of whom told nothing, verdict and outcome of every requirement are checked to be the same as ours before anything is timed. Ours judges all of it anew each time and writes its sentences.',
});
