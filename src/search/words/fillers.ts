/** What links are called, and what is done with them. */
export const LINK_WORDS: ReadonlySet<string> = new Set(
  `agreement agreements connected connection connections friendship friendships link linked links partner partnered
  partnering partners partnership partnerships relation relations relationship relationships sister sisters tie ties twin
  twinned twinning twinnings twins`.split(/\s+/),
)

/**
 * Words around a name that say nothing about where: `which towns is Leeds twinned with, please`. They are only ever
 * passed over where they are not part of a name (`Mexico City`, `Stoke on Trent`).
 */
export const FILLERS: ReadonlySet<string> = new Set([
  ...LINK_WORDS,
  ...`a about abroad actually against all also an and any anybody anyone anything anywhere are as at authority be been began begin
  beginning begun between borough boroughs both by cities city common compare compared comparison corporation could council
  councils country county currently did difference differences district do does ever
  else everyone everywhere find for foreign formal from get give got had has have hello hey hi how hows i if in international
  is it its know let like list local long lie lies located look many me metropolitan mine municipal municipality
  my near now of official on only or our overseas per place
  places please really royal see share shared show since somebody someone somewhere
  start started still tell thank thanks that the their them then there they this to today town towns true
  township unitary us versus vs was we were what whats when whens where wheres whether which
  who whom whos whose why will with world would year years yet you your
  isnt arent wasnt werent dont doesnt didnt havent hasnt hadnt cant couldnt wont wouldnt shouldnt theres theyre weve youre youve`.split(
    /\s+/,
  ),
])

/** Words that ask which of a place's links comes first in some order. A list of them with its years answers that. */
export const ORDER_WORDS: ReadonlySet<string> = new Set(
  'earliest fewest first last latest longest longstanding most newest oldest recent recently running standing'.split(
    ' ',
  ),
)
