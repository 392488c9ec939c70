import type { ClassName } from '../dialect.ts';

/**
 * The driver's classes (src/values.js), each with the one member `value` that the driver's have, since some texts show it.
 * Members are `unknown` where the driver checks nothing.
 */
export abstract class Special {
  abstract readonly className: ClassName | undefined;
  abstract readonly value: unknown;
}

export class RefSpecial extends Special {
  /** A path; or the members `id`, `class` or `collection`, and `database`; or what stands for them. */
  readonly value: unknown;
  constructor(value: unknown) {
    super();
    this.value = value;
  }
  get className(): 'Ref' {
    return 'Ref';
  }
  get id(): unknown {
    return this.#member('id');
  }
  get class(): unknown {
    return this.#member('class');
  }
  /** Also what older releases call its class. */
  get collection(): unknown {
    return this.#member('collection') ?? this.#member('class');
  }
  get database(): unknown {
    return this.#member('database');
  }
  #member(key: string): unknown {
    return typeof this.value === 'object' && this.value !== null ? Reflect.get(this.value, key) : undefined;
  }
}

export class SetSpecial extends Special {
  readonly value: unknown;
  constructor(value: unknown) {
    super();
    this.value = value;
  }
  get className(): 'SetRef' {
    return 'SetRef';
  }
}

export class QuerySpecial extends Special {
  readonly value: unknown;
  constructor(value: unknown) {
    super();
    this.value = value;
  }
  get className(): 'Query' {
    return 'Query';
  }
}

export class TimeSpecial extends Special {
  readonly value: string;
  constructor(text: string) {
    super();
    this.value = text;
  }
  get className(): 'FaunaTime' {
    return 'FaunaTime';
  }
}

export class DateSpecial extends Special {
  readonly value: unknown;
  constructor(text: unknown) {
    super();
    this.value = text;
  }
  get className(): 'FaunaDate' {
    return 'FaunaDate';
  }
}

export class BytesSpecial extends Special {
  /** Or the text in the place of bytes that are nested too deep. */
  readonly value: Uint8Array | TextSpecial;
  constructor(bytes: Uint8Array | TextSpecial) {
    super();
    this.value = bytes;
  }
  get className(): 'Bytes' {
    return 'Bytes';
  }
}

/** Something of which only the text is known: it prints as that, wherever it stands. */
export class TextSpecial extends Special {
  readonly value: string;
  /** Absent: anything. */
  readonly of: 'set' | 'query' | undefined;
  /** Why nothing else is known of it, where somebody has said so. */
  readonly why: string | undefined;
  constructor(text: string, of?: 'set' | 'query', why?: string) {
    super();
    this.value = text;
    this.of = of;
    this.why = why;
  }
  get className(): undefined {
    return undefined;
  }
}
