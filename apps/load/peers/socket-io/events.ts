/** What goes over the peer's sockets. */
import { type Socket, Server as SocketServer } from 'socket.io'

export interface SentMessage {
  id: string
  chatId: string
  senderId: string
  text: string
  createdAt: Date
}

type Answer<T> = (result: { ok: T } | { error: string }) => void

export interface HistoryInput {
  chatId: string
  /** Messages older than this one. */
  before: string
}

export interface SendInput {
  chatId: string
  text: string
}

export interface BulkInput {
  userIds: string[]
  text: string
}

export interface BulkResult {
  results: { userId: string; chatId: string; messageId: string }[]
  errors: { userId: string; error: string }[]
}

interface FromClients {
  bulk(input: BulkInput, answer: Answer<BulkResult>): void
  send(input: SendInput, answer: Answer<SentMessage>): void
  history(input: HistoryInput, answer: Answer<SentMessage[]>): void
  list(answer: Answer<unknown[]>): void
}

interface ToClients {
  /** To everybody in the chat, so that an open conversation shows it. */
  message(message: SentMessage): void
  /** To all devices of each member, so that the list of chats shows it. */
  chat(chat: { id: string; lastMessage: SentMessage; updatedAt: Date }): void
}

interface SocketData {
  userId: string
  chatIds: string[]
}

type Between = Record<string, never>

export class Server extends SocketServer<FromClients, ToClients, Between, SocketData> {}
export type PeerSocket = Socket<FromClients, ToClients, Between, SocketData>
