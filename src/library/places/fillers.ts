/**
 * Words around a name that say nothing about where: `which towns is Leeds twinned with, please`. They are only ever
 * passed over where they are not part of a name (`Mexico City`, `Stoke on Trent`).
 */
export const FILLERS: ReadonlySet<string> = new Set(
  `a about abroad agreement agreements all an and any are as at authority be been between borough both by cities city
  combined connected connection connections corporation could council councils county do does did district find for
  formal foreign friendship friendships from get give had has have hello hey hi how i in international is it its
  know let like link linked links list local look many mayoral me metropolitan mine municipal municipality my near
  of official on or our overseas partner partnered partnering partners partnership partnerships place places please
  region regional relation relations relationship relationships royal see share shared show sister sisters tell
  thank thanks that the their them there they this tie ties to town towns township twin twinned twinning twinnings
  twins unitary us was we were what where which who whose will with world would you your`.split(/\s+/),
)
