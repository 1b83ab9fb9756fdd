import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { inferSchema, initParser } from 'udsv';
import { openDatabase } from '../src/db/open-database.ts';
import { bytesOf } from '../src/imports/file-bytes.ts';
import { importSchools } from '../src/imports/import-schools.ts';
import { countsOf } from '../src/imports/summary.ts';

/*
 * One step in a process of its own, so that none runs on what another has warmed: prints its time in milliseconds and
 * the most memory it held.
 */
const NOW = '2026-11-23T09:00:00.000Z';
const [step, file = '', database = '', source = ''] = process.argv.slice(2);

const STEPS: Readonly<Record<string, () => number | Promise<number>>> = {
  parse: () => {
    const text = new TextDecoder('windows-1252').decode(readFileSync(file));
    const start = performance.now();
    const rows = initParser(inferSchema(text)).stringArrs(text);
    if (rows.length < 50_000) throw new Error('the peer lost rows');
    return performance.now() - start;
  },
  insert: async () => {
    const from = new DatabaseSync(source, { readOnly: true });
    const rows = from
      .prepare('select * from school')
      .all()
      .map((row) => Object.values(row));
    from.close();
    await (await openDatabase(database, NOW)).destroy();
    const into = new DatabaseSync(database);
    into.exec('pragma journal_mode = wal; pragma synchronous = full;');
    const start = performance.now();
    const insert = into.prepare(
      `insert into school values (${Array.from({ length: rows[0]?.length ?? 0 }, () => '?').join(', ')})`,
    );
    into.exec('begin immediate');
    for (const row of rows) insert.run(...row);
    into.exec('commit');
    const taken = performance.now() - start;
    into.close();
    return taken;
  },
  import: async () => {
    const db = await openDatabase(database, NOW);
    const start = performance.now();
    const summary = await importSchools(db, bytesOf(file), { now: NOW });
    const taken = performance.now() - start;
    await db.destroy();
    process.stderr.write(`${JSON.stringify(countsOf(summary))}\n`);
    return taken;
  },
};

const ms = await STEPS[step ?? '']?.();
process.stdout.write(JSON.stringify({ ms, megabytes: process.resourceUsage().maxRSS / 1024 }));
