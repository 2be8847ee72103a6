/** Words in nearly every text. They are not indexed. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an and are as at be been but by for from had has have he her his if in into is it its no not of on or our she
  such than that the their them then there these they this those to was we were will with`.split(/\s+/),
)

/** Words that make a question of what is asked. They are passed over where a question has others. */
export const QUESTION_WORDS: ReadonlySet<string> = new Set(
  `about am any anyone anything can could did do does done each ever find give got help helps how i know let list many may me
  might mine much must my please say says should show some something tell us what when where whether which who whom
  whose why would you your today now currently`.split(/\s+/),
)
