import module from 'node:module'

// As src/bin.js does: what was compiled and read before is kept.
module.enableCompileCache()
