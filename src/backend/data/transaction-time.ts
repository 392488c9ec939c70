/**
 * Stands for the time at which this query will commit: the `ts` of a document that the query wrote. Becomes an integer
 * when it is rendered or stored; meanwhile it is no number (spec 4.1, Transaction time).
 */
export class TransactionTime {
  readonly kind = 'transaction-time';
}

export const TRANSACTION_TIME = new TransactionTime();
