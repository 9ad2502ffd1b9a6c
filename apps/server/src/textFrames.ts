/**
 * Text messages as frames of RFC 6455, section 5.2: whole, and unmasked as servers send them.
 */
const wholeText = 0x81
const longest7Bits = 125
const longest16Bits = 0xffff

/** Several messages in one piece, so that they leave in one write. */
export function textFrames(texts: readonly string[]): Buffer {
  const lengths = texts.map(text => Buffer.byteLength(text))
  const bytes = Buffer.allocUnsafe(lengths.reduce((sum, one) => sum + one + headLength(one), 0))
  let at = 0
  for (const [index, text] of texts.entries()) {
    at = writeHead(bytes, at, lengths[index] ?? 0)
    at += bytes.write(text, at)
  }
  return bytes
}

function headLength(length: number): number {
  if (length <= longest7Bits) return 2
  return length <= longest16Bits ? 4 : 10
}

/** @returns where the text begins */
function writeHead(bytes: Buffer, at: number, length: number): number {
  bytes[at] = wholeText
  if (length <= longest7Bits) {
    bytes[at + 1] = length
    return at + 2
  }
  if (length <= longest16Bits) {
    bytes[at + 1] = 126
    return bytes.writeUInt16BE(length, at + 2)
  }
  bytes[at + 1] = 127
  return bytes.writeBigUInt64BE(BigInt(length), at + 2)
}
