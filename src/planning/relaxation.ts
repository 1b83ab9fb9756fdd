import type { Highs, Model } from 'highs';
import type { Fixings } from './fixings.ts';
import { provedBound, type ProvedBound } from './proved-bound.ts';
import type { SparseRow } from './sparse-row.ts';

/** How the best of all fractions of plans would look. */
export interface Relaxed extends ProvedBound {
  /** `impossible` is proved too; `unsure` where the solver gave up, and no values are to be had. */
  readonly status: 'solved' | 'impossible' | 'unsure';
  readonly values: Float64Array;
}

/** Says what can still be gained. A search is as exact by one that knows nothing, only never done. */
export interface Bounds {
  /** What each variable is worth: the sum over those chosen is to be greatest. */
  aim(worth: Float64Array): void;
  /** A row beside those it began with. */
  add(row: SparseRow): void;
  solve(limits: Pick<Fixings, 'lower' | 'upper'>): Relaxed;
  close(): void;
}

/**
 * The model with fractions allowed, held by HiGHS and solved again and again as variables are settled and rows come in:
 * each time from where it stood before. Owns memory of the solver's: close it.
 */
export class Relaxation implements Bounds {
  readonly #highs: Highs;
  readonly #model: Model;
  readonly #rows: SparseRow[] = [];
  #worth: Float64Array;

  constructor(highs: Highs, width: number, rows: readonly SparseRow[]) {
    this.#highs = highs;
    this.#worth = new Float64Array(width);
    this.#model = highs.createModel();
    this.#model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex' });
    this.#model.changeObjectiveSense(highs.constants.objectiveSense.maximize);
    this.#model.addVars(new Float64Array(width), new Float64Array(width).fill(1));
    this.#model.addRows(this.#stacked(rows, width));
    this.#rows.push(...rows);
  }

  aim(worth: Float64Array): void {
    this.#worth = worth;
    this.#model.changeColsCost({ kind: 'range', from: 0, to: worth.length - 1 }, worth);
  }

  add(row: SparseRow): void {
    this.#rows.push(row);
    const { infinity } = this.#highs;
    this.#model.addRow(Math.max(row.least, -infinity), Math.min(row.most, infinity), {
      indices: row.variables,
      values: row.weights,
    });
  }

  solve({ lower, upper }: Pick<Fixings, 'lower' | 'upper'>): Relaxed {
    const model = this.#model;
    model.changeColsBounds(
      { kind: 'range', from: 0, to: lower.length - 1 },
      Float64Array.from(lower),
      Float64Array.from(upper),
    );
    model.run();
    const { modelStatus } = this.#highs.constants;
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible) return this.#impossible({ lower, upper });
    const { colValue: values, rowDual } = model.getSolution();
    const proved = provedBound(this.#rows, rowDual, this.#worth, { lower, upper });
    return { ...proved, values, status: status === modelStatus.optimal ? 'solved' : 'unsure' };
  }

  close(): void {
    this.#model.dispose();
  }

  #stacked(rows: readonly SparseRow[], numCols: number) {
    const { infinity } = this.#highs;
    let length = 0;
    const starts = rows.map(({ variables }) => (length += variables.length) - variables.length);
    return {
      lower: Float64Array.from(rows, ({ least }) => Math.max(least, -infinity)),
      upper: Float64Array.from(rows, ({ most }) => Math.min(most, infinity)),
      matrix: {
        format: 'csr' as const,
        numRows: rows.length,
        numCols,
        starts: Int32Array.from([...starts, length]),
        indices: Int32Array.from(rows.flatMap(({ variables }) => [...variables])),
        values: Float64Array.from(rows.flatMap(({ weights }) => [...weights])),
      },
    };
  }

  /** Prices by which even a plan worth nothing would have to be worth less than nothing prove that there is none. */
  #impossible(limits: Pick<Fixings, 'lower' | 'upper'>): Relaxed {
    const ray = this.#model.getDualRay();
    const prices = ray && Float64Array.from(ray.values);
    const none = new Float64Array(this.#worth.length);
    for (const sign of prices ? [1, -1] : []) {
      const proved = provedBound(
        this.#rows,
        (prices as Float64Array).map((price) => sign * price),
        none,
        limits,
      );
      if (proved.bound < 0) return { ...proved, bound: -Infinity, status: 'impossible', values: none };
    }
    return { bound: Infinity, reduced: none, status: 'unsure', values: none };
  }
}
