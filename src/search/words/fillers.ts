/**
 * Words around a name that say nothing about where: `which towns is Leeds twinned with, please`. They are only ever
 * passed over where they are not part of a name (`Mexico City`, `Stoke on Trent`).
 */
export const FILLERS: ReadonlySet<string> = new Set(
  `a about abroad actually against agreement agreements all also an and any are as at authority be been began begin
  beginning begun between borough both by cities city common compare compared comparison connected connection
  connections corporation could council councils county currently did difference differences district do does ever
  find for foreign formal friendship friendships from get give had has have hello hey hi how i if in international
  is it its know let like link linked links list local long look many me metropolitan mine municipal municipality
  my near now of official on or our overseas partner partnered partnering partners partnership partnerships place
  places please really relation relations relationship relationships royal see share shared show since sister
  sisters start started still tell thank thanks that the their them there they this tie ties to today town towns
  township twin twinned twinning twinnings twins unitary us versus vs was we were what when where whether which
  who whose why will with world would year years yet you your`.split(/\s+/),
)
