/** The peer's tables, with the keys and indices that its statements want. */
import postgres from 'postgres'

export type Sql = postgres.Sql

const tables = `
  create table if not exists users (
    id text primary key,
    name text not null
  );
  create table if not exists chats (
    id uuid primary key,
    title text not null,
    last_message_id bigint,
    updated_at timestamptz not null default now()
  );
  create table if not exists members (
    chat_id uuid not null references chats,
    user_id text not null references users,
    last_read_id bigint not null default 0,
    primary key (chat_id, user_id)
  );
  create index if not exists members_user on members (user_id, chat_id);
  create table if not exists messages (
    id bigint generated always as identity primary key,
    chat_id uuid not null references chats,
    sender_id text not null references users,
    text text not null,
    created_at timestamptz not null default now()
  );
  create index if not exists messages_chat on messages (chat_id, id);`

/** As many connections as Parley has; every statement is prepared once on each of them. */
export async function openTables(url: string): Promise<Sql> {
  const sql = postgres(url, { max: 8, onnotice: () => {}, transform: postgres.camel })
  await sql.unsafe(tables)
  return sql
}
