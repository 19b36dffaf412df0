// As much of TOML as the files in `templates/` use, to plain data: tables, arrays of tables, strings of one and of
// several lines, lists, inline tables, numbers, flags and dates, which stay text. Only the fake backend reads it; the
// program reads with a real parser.

export type Data = { [name: string]: unknown };

export function toml(text: string): Data {
  return new Reader(text).file();
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  file(): Data {
    const root: Data = {};
    let table = root;
    for (this.blank(); this.at < this.text.length; this.blank()) {
      if (this.take('[[')) {
        const path = this.path();
        this.need(']]');
        const parent = reach(root, path.slice(0, -1));
        const list = (parent[path.at(-1)!] ??= []) as Data[];
        list.push((table = {}));
      } else if (this.take('[')) {
        table = reach(root, this.path());
        this.need(']');
      } else {
        this.pair(table);
      }
    }
    return root;
  }

  private pair(table: Data): void {
    const path = this.path();
    this.need('=');
    this.blank();
    reach(table, path.slice(0, -1))[path.at(-1)!] = this.value();
  }

  private path(): string[] {
    const path = [this.key()];
    while (this.take('.')) path.push(this.key());
    return path;
  }

  private key(): string {
    this.spaces();
    const key = this.text[this.at] === '"' ? (this.value() as string) : this.match(/[\w-]+/y);
    this.spaces();
    return key;
  }

  private value(): unknown {
    if (this.take('"""')) return this.many();
    if (this.take('"')) return this.one();
    if (this.take('[')) return this.list();
    if (this.take('{')) return this.inline();
    const word = this.match(/[\w.+:-]+/y);
    if (word === 'true' || word === 'false') return word === 'true';
    return /^[+-]?\d+(\.\d+)?$/.test(word) ? Number(word) : word;
  }

  private one(): string {
    const words = this.match(/(?:[^"\\\n]|\\.)*/y);
    this.need('"');
    return unescaped(words);
  }

  private many(): string {
    const end = this.text.indexOf('"""', this.at);
    const words = this.text
      .slice(this.at, end)
      .replace(/^\n/, '')
      .replace(/\\\n\s*/g, '');
    this.at = end + 3;
    return unescaped(words);
  }

  private list(): unknown[] {
    const list: unknown[] = [];
    for (this.blank(); !this.take(']'); this.blank()) {
      list.push(this.value());
      this.blank();
      this.take(',');
    }
    return list;
  }

  private inline(): Data {
    const table: Data = {};
    for (this.blank(); !this.take('}'); this.blank()) {
      this.pair(table);
      this.blank();
      this.take(',');
    }
    return table;
  }

  private take(sign: string): boolean {
    const found = this.text.startsWith(sign, this.at);
    if (found) this.at += sign.length;
    return found;
  }

  private need(sign: string): void {
    if (!this.take(sign)) throw new Error(`expected ${sign} at ${this.at}: ${this.text.slice(this.at, this.at + 40)}`);
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) throw new Error(`nothing to read at ${this.at}: ${this.text.slice(this.at, this.at + 40)}`);
    this.at = pattern.lastIndex;
    return found[0];
  }

  private spaces(): void {
    this.match(/[ \t]*/y);
  }

  /** Passes white space and comments. */
  private blank(): void {
    this.match(/(?:\s|#[^\n]*)*/y);
  }
}

function reach(table: Data, path: string[]): Data {
  return path.reduce<Data>((inner, name) => {
    const found = (inner[name] ??= {});
    return (Array.isArray(found) ? found.at(-1) : found) as Data;
  }, table);
}

function unescaped(text: string): string {
  return text.replace(/\\(u\{?([0-9a-fA-F]{4})\}?|.)/g, (_, sign: string, code?: string) => {
    if (code) return String.fromCodePoint(parseInt(code, 16));
    return ({ n: '\n', t: '\t' } as Record<string, string>)[sign] ?? sign;
  });
}
