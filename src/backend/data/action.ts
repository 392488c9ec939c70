export type Action = 'create' | 'update' | 'delete' | 'add' | 'remove';

/** What an event did; selected out of an event or given as a string. Its type name is `Action`. */
export class ActionValue {
  readonly kind = 'action';
  readonly action: Action;
  constructor(action: Action) {
    this.action = action;
  }
}
