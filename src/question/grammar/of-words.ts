/** `What is a friendship agreement`, `what are friendship cities`, `define adoption` */
export function asksWhatItIs(text: string): boolean {
  return /^(what( is|['’]s)? an?|what are(?! (the|our))|define|definition of|meaning of)\b/i.test(text)
}

/** `The difference between twinning and friendship`, `is a sister city the same as a twin town`: of words, and not of links. */
/** `Twinning vs friendship` */
export function setsKindsApart(text: string): boolean {
  return /\b(vs|versus)\b/i.test(text)
}

export function setsWordsApart(text: string): boolean {
  return /\b(differences? between|differs?|different from|the same as|compared (to|with))(?=\s|$)/i.test(text)
}
