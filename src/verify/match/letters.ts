/** Scripts that write no spaces: their words have no edges that one could see. For a class in a `v` pattern. */
export const UNSPACED = '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}'

/** A letter or digit of the scripts that do. */
export const SPACED = `[[\\p{L}\\p{N}]--[${UNSPACED}]]`
