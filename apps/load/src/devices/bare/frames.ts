/**
 * Text messages as frames of RFC 6455, section 5.2: whole, as both servers send them. What a
 * client sends is masked, with a mask of zeros: a valid one, and it leaves the bytes as they are.
 */
const wholeText = 0x81
const goodbye = 0x88
const masked = 0x80
const longest7Bits = 125
const longest16Bits = 0xffff
const follow16Bits = 126
const follow64Bits = 127

/** A text with its head, in one piece. */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const mask = length <= longest7Bits ? 2 : length <= longest16Bits ? 4 : 10
  const begin = mask + 4
  const frame = Buffer.allocUnsafe(begin + length)
  frame[0] = wholeText
  if (mask === 2) {
    frame[1] = masked | length
  } else if (mask === 4) {
    frame[1] = masked | follow16Bits
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = masked | follow64Bits
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.writeUInt32BE(0, mask)
  frame.write(text, begin)
  return frame
}

export const goodbyeFrame = Buffer.from([goodbye, masked, 0, 0, 0, 0])

interface Heard {
  text(text: string): void
  /** The other side closes, with these words. */
  goodbye(words: string): void
}

/** @returns how many bytes were whole frames; the rest of one waits for more */
export function readFrames(bytes: Buffer, end: number, heard: Heard): number {
  let at = 0
  while (end - at >= 2) {
    const kind = bytes.readUInt8(at)
    let length = bytes.readUInt8(at + 1)
    let begin = at + 2
    if (length === follow16Bits) {
      if (end - at < 4) break
      length = bytes.readUInt16BE(begin)
      begin += 2
    } else if (length === follow64Bits) {
      if (end - at < 10) break
      length = Number(bytes.readBigUInt64BE(begin))
      begin += 8
    }
    const next = begin + length
    if (next > end) break
    if (kind === wholeText) heard.text(bytes.toString('utf8', begin, next))
    else if (kind === goodbye) {
      const code = length < 2 ? 'no code' : bytes.readUInt16BE(begin)
      heard.goodbye(`${code} ${bytes.toString('utf8', begin + 2, next)}`.trim())
    } else throw new Error(`A frame of a kind that neither server sends: ${kind}`)
    at = next
  }
  return at
}
