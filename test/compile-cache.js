import module from 'node:module'

// Test files share most of what they import: each part is stripped of its types and compiled once, for all of them
// and for the processes that they start.
module.enableCompileCache()
process.env.NODE_COMPILE_CACHE ??= module.getCompileCacheDir()
