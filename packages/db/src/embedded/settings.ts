// How the embedded Postgres is set up: for one Parley on one machine, often a small one.
// Given on the command line, so that a later version's settings reach old databases too.

export type Settings = Readonly<Record<string, string>>

export const settings: Settings = {
  // Nobody but this machine may connect, and never without the password.
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  // An acknowledged message is on the disk.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  timezone: 'UTC',
  // Short statements only; compiling them costs more than it saves.
  jit: 'off',
  // Parallel workers share memory through /dev/shm, which is tiny in containers.
  max_parallel_workers_per_gather: '0',
  // Nobody replicates from here.
  max_logical_replication_workers: '0',
  // The log is ours to write on. Failed statements stay out of it, since they carry what
  // people wrote; whoever sent one gets the error.
  logging_collector: 'off',
  log_destination: 'stderr',
  log_line_prefix: '',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

export function asArguments(values: Settings): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
