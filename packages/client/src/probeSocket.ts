import { socketAddress } from './socketAddress.ts'

const patienceMs = 5000

/** Whether a WebSocket can be opened and carries something both ways. */
export function probeSocket(url: string, Socket: typeof WebSocket = WebSocket): Promise<boolean> {
  return new Promise(resolve => {
    const socket = new Socket(socketAddress(url))
    const timer = setTimeout(() => end(false), patienceMs)
    function end(works: boolean): void {
      clearTimeout(timer)
      resolve(works)
      socket.close()
    }
    socket.addEventListener('open', () => socket.send('PING'))
    socket.addEventListener('message', () => end(true))
    socket.addEventListener('error', () => end(false))
    socket.addEventListener('close', () => end(false))
  })
}
