/** One short quiet sound, made here: two soft notes, a fifth apart. */
let context: AudioContext | undefined

const notes = [
  { hertz: 587.33, at: 0 },
  { hertz: 880, at: 0.09 },
]
const seconds = 0.4
const loudest = 0.06
/** What no ear hears; a gain cannot fall to nothing exponentially. */
const silent = 0.0001

/** Where a browser has no sound, or does not allow it, nothing is heard. */
export async function chime(): Promise<void> {
  if (typeof AudioContext === 'undefined') return
  context ??= new AudioContext()
  try {
    if (context.state !== 'running') await context.resume()
    play(context)
  } catch {
    // No device to hear it from.
  }
}

function play(audio: AudioContext): void {
  const now = audio.currentTime
  const voice = audio.createOscillator()
  const volume = audio.createGain()
  for (const { hertz, at } of notes) {
    voice.frequency.setValueAtTime(hertz, now + at)
    volume.gain.setValueAtTime(silent, now + at)
    volume.gain.exponentialRampToValueAtTime(loudest, now + at + 0.015)
  }
  volume.gain.exponentialRampToValueAtTime(silent, now + seconds)
  voice.connect(volume).connect(audio.destination)
  voice.start(now)
  voice.stop(now + seconds)
}
