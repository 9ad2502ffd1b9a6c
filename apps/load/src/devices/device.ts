/** One person's device, as a load drives it. */
export interface Device {
  /** Opens the conversation with somebody. @returns its id */
  open(userId: string): Promise<string>
  /** Has a conversation on the screen from now on. */
  show(conversationId: string): Promise<void>
  send(conversationId: string, text: string): void
  /** The texts that it holds of a conversation, in order. */
  texts(conversationId: string): string[]
  close(): void
}

/** What a device tells: of a text that it sent, and of one that came from somebody else. */
export interface DeviceListener {
  /** The server has it. */
  acknowledged(text: string): void
  /** It has been merged, and a screen would show it. */
  seen(text: string): void
  failed(reason: unknown): void
}

export interface DeviceOptions {
  url: string
  userId: string
  token: string
  listener: DeviceListener
}
