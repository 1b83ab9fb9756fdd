/**
 * What the owner of an account is called where others read of them. A name is nobody's duty, and can be taken out again
 * after something was shared: then they are the teacher, everywhere and in the same words.
 */
export function nameOf({ name }: { readonly name: string }, place: 'first' | 'within' = 'first'): string {
  if (name !== '') return name;
  return place === 'first' ? 'The teacher' : 'the teacher';
}
