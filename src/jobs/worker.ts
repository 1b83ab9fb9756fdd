import type { Lane } from '../domain/job.ts';
import { pauseMs } from './backoff.ts';
import { HANDLERS } from './job-table.ts';
import { nameOf, placeOf, type JobLog, type Report } from './report.ts';
import type { JobContext, Stop } from './result.ts';
import { doRound, type Rounds } from './round.ts';

const LOOK_EVERY_MS = 1000;
/** Long enough for whoever queued something to commit it. */
const LOOK_AFTER_NUDGE_MS = 25;

/** Works through some lanes, one job at a time, the first lane before the next. */
export class Worker {
  readonly #rounds: Rounds;
  #log: JobLog = () => undefined;
  #loop: Promise<void> | undefined;
  #isClosing = false;
  /** Nothing has been done since it was last swept. */
  #isSwept = false;
  /** How many times running nothing could be done. */
  #stops = 0;
  #rest: { readonly end: () => void; readonly canBeCut: boolean } | undefined;

  constructor(lanes: readonly Lane[], context: JobContext) {
    this.#rounds = { lanes, context, report: this.#report, isClosing: () => this.#isClosing };
  }

  /** Works until it is closed. `before` is called each time it looks for work. */
  start(log: JobLog, before: () => Promise<void>): void {
    this.#log = log;
    this.#loop ??= this.#work(before);
  }

  /** Looks sooner than it would: something has just been queued. */
  nudge(): void {
    if (this.#rest?.canBeCut) setTimeout(() => this.#rest?.canBeCut && this.#rest.end(), LOOK_AFTER_NUDGE_MS);
  }

  /** Finishes the job it is at, gives the others back, and is done. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#rest?.end();
    await this.#loop;
  }

  /** Does all that is due at this moment. Gives how many jobs it took in hand. */
  async runDue(): Promise<number> {
    let taken = 0;
    for (let some = await this.#round(); some > 0; some = await this.#round()) {
      taken += some;
      if (this.#stops > 0) break;
    }
    this.#isSwept = false;
    await this.#sweep();
    return taken;
  }

  async #work(before: () => Promise<void>): Promise<void> {
    const { lanes } = this.#rounds;
    for (let faults = 0; !this.#isClosing;) {
      try {
        await before();
        await this.#roundAndRest();
        if (faults > 0) this.#report('info', { lanes, broken: 'no longer' });
        faults = 0;
      } catch (error) {
        // A database that is away is one event, however long it lasts.
        faults += 1;
        if (faults === 1) this.#report('error', { lanes, broken: nameOf(error), at: placeOf(error) });
        await this.#sleep(pauseMs(faults), false);
      }
    }
  }

  async #roundAndRest(): Promise<void> {
    const taken = await this.#round();
    if (this.#stops > 0) return this.#sleep(pauseMs(this.#stops), false);
    if (taken > 0) return undefined;
    await this.#sweep();
    return this.#sleep(LOOK_EVERY_MS, true);
  }

  async #round(): Promise<number> {
    const { taken, stop } = await doRound(this.#rounds);
    if (taken === 0) return 0;
    this.#isSwept = false;
    this.#countStops(stop);
    return taken;
  }

  #countStops(stop: Stop | undefined): void {
    const { lanes } = this.#rounds;
    if (stop && this.#stops === 0) this.#report('error', { lanes, stopped: stop.because });
    if (!stop && this.#stops > 0) this.#report('info', { lanes, stopped: 'no longer' });
    this.#stops = stop ? this.#stops + 1 : 0;
  }

  async #sweep(): Promise<void> {
    if (this.#isSwept) return;
    for (const { sweep } of Object.values(HANDLERS)) await sweep?.(this.#rounds.context);
    this.#isSwept = true;
  }

  async #sleep(ms: number, canBeCut: boolean): Promise<void> {
    if (this.#isClosing) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      const end = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#rest = { canBeCut, end };
    });
    this.#rest = undefined;
  }

  readonly #report: Report = (level, entry) => this.#log({ level, ...entry });
}
