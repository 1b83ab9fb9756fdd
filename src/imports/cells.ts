import { parseIsoDate, type IsoDate } from '../domain/date.ts';
import { refuseSpoilt } from './file-bytes.ts';
import type { Row } from './csv-table.ts';

/** Where each column a source needs stands in the file at hand. */
export type ColumnPlaces<Name extends string> = Readonly<Record<Name, number>>;

/** Reads one row's values, gathering what is wrong with them. An empty value is `null`, which is never wrong here. */
export class Cells<Name extends string> {
  readonly reasons: string[] = [];
  readonly #row: Row;
  readonly #places: ColumnPlaces<Name>;

  constructor(row: Row, places: ColumnPlaces<Name>) {
    this.#row = row;
    this.#places = places;
  }

  text(name: Name): string | null {
    const text = (this.#row.cells[this.#places[name]] ?? '').trim();
    // oxlint-disable-next-line no-control-regex -- asks whether anything stands outside ASCII
    if (/[^\u0000-\u007f]/.test(text)) refuseSpoilt(text, this.#row.line);
    return text === '' ? null : text;
  }

  integer(name: Name, from: number, to: number): number | null {
    return this.#number(name, /^-?\d{1,9}$/, from, to);
  }

  decimal(name: Name, from: number, to: number): number | null {
    return this.#number(name, /^\d{1,9}(\.\d+)?$/, from, to);
  }

  #number(name: Name, shape: RegExp, from: number, to: number): number | null {
    const text = this.text(name);
    if (text === null) return null;
    const value = shape.test(text) ? Number(text) : Number.NaN;
    if (value >= from && value <= to) return value;
    return this.wrong(name, text, `a number from ${from} to ${to}`);
  }

  /** A day as the register writes it, `31-08-2021`; tools that pass it on write slashes. */
  day(name: Name): IsoDate | null {
    const text = this.text(name);
    if (text === null) return null;
    const parts = /^(\d{2})[-/](\d{2})[-/](\d{4})$/.exec(text);
    const day = parts ? parseIsoDate(`${parts[3]}-${parts[2]}-${parts[1]}`) : undefined;
    return day ?? this.wrong(name, text, 'a day, dd-mm-yyyy');
  }

  /** Written one way: capitals, one space before the last three. */
  postcode(name: Name): string | null {
    const text = this.text(name);
    if (text === null) return null;
    const parts = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/.exec(text.toUpperCase().replaceAll(' ', ''));
    return parts ? `${parts[1]} ${parts[2]}` : this.wrong(name, text, 'a postcode');
  }

  wrong(name: Name, text: string | null, wanted: string): null {
    this.reasons.push(
      text === null
        ? `${name} is empty: it should be ${wanted}`
        : `${name} is "${text.slice(0, 40)}": it should be ${wanted}`,
    );
    return null;
  }
}
