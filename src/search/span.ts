/** A half-open range of UTF-16 positions in a string. */
export type Span = readonly [start: number, end: number]
