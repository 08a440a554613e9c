import type { PGlite } from '@electric-sql/pglite';

const TERMINATE = 0x58;
/** ReadyForQuery: 'Z', a length of 5, and the state of the transaction. It may arrive cut in two. */
const READY = [0x5a, 0, 0, 0, 5];
const READY_LENGTH = READY.length + 1;

/**
 * Makes the socket server let one connection finish before the next one speaks. It takes turns message by message
 * unless `isInTransaction()`; but a query with parameters is several messages (Parse, Bind, Execute, Sync) that share
 * the one unnamed statement of the one engine, so two of them at once would answer each other. Until the engine says
 * "ready for query" the connection therefore counts as being in a transaction, which the server never interrupts.
 *
 * A refusal is an answer of the engine; an exception means that the engine itself is broken (it cannot write its log,
 * say). The socket server would then let everybody wait for ever, so `broken` is called to end it.
 */
export function takeTurns(db: PGlite, broken: (error: unknown) => void): PGlite {
  let isAnswering = false;
  const isInTransaction = db.isInTransaction.bind(db);
  const stream = db.execProtocolRawStream.bind(db);
  db.isInTransaction = () => isAnswering || isInTransaction();
  db.execProtocolRawStream = async (message, options) => {
    if (message[0] !== TERMINATE) isAnswering = true;
    let tail: number[] = [];
    const onRawData = (data: Uint8Array) => {
      tail = [...tail, ...data.subarray(-READY_LENGTH)].slice(-READY_LENGTH);
      options?.onRawData?.(data);
    };
    await stream(message, { ...options, onRawData }).catch(broken);
    if (READY.every((byte, index) => tail[index] === byte)) isAnswering = false;
  };
  const exec = db.exec.bind(db);
  // The server rolls back for a connection that went away in the middle of its turn.
  db.exec = async (query, options) => {
    isAnswering = false;
    return exec(query, options).catch((error) => {
      broken(error);
      return [];
    });
  };
  return db;
}
