import { placeWords } from '../../ui/school-result.tsx';
import type { SchoolFinder } from '../../search/school-finder.ts';

/** One line under the box while somebody types. */
export interface Suggestion {
  readonly urn: number;
  readonly name: string;
  readonly where: string;
}

const MOST = 8;

export function suggestions(finder: SchoolFinder, query: string): readonly Suggestion[] {
  return finder.find(query, MOST).map((school) => ({
    urn: school.urn,
    name: school.name,
    where: [placeWords(school), school.isOpen ? '' : 'closed'].filter((word) => word !== '').join(', '),
  }));
}
