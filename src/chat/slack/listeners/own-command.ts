/** `/hansa twins Leeds` asks like `/twins Leeds`, also where another app already has `/twins`. */
export const OWN_COMMAND = 'hansa'
