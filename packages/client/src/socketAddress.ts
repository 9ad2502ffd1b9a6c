/** Where sockets are opened on a server of this http origin. */
export function socketAddress(url: string): string {
  return `${url.replace(/^http/, 'ws').replace(/\/$/, '')}/trpc`
}
