import fc from 'fast-check';

/** Checks a property on many cases that are the same at each run: a red run can be repeated. */
export function holds<T>(property: fc.IProperty<T>, runs = 200): void {
  fc.assert(property, { seed: 20_150_210, numRuns: runs });
}
