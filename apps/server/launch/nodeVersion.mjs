// Parley needs a recent Node; an older one fails in ways that explain nothing. This file is
// written so that Node 12, which Ubuntu 22.04 still has, can read it.

const oldest = [20, 19]

export function hasRecentNode() {
  const version = process.versions.node
  const [major, minor] = version.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return true
  console.error(
    `Parley needs Node ${oldest.join('.')} or newer and this is ${version}: install a newer one from https://nodejs.org and try again.`,
  )
  process.exitCode = 1
  return false
}
