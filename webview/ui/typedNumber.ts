const FUNCTIONS: Readonly<Record<string, (value: number) => number>> = {
  ln: Math.log,
  exp: Math.exp,
  sqrt: Math.sqrt,
};

const CONSTANTS: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

/** A number, a name, or a sign. */
const TOKEN = /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)|([a-z]+)|(\S))/giy;

/**
 * The text with the characters that a program reads: digits of an input method at full width, the minus sign of
 * typography, a decimal comma.
 */
function plainCharacters(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/(?<=\d)[,，。](?=\d)/g, '.')
    .replaceAll(/[−–]/g, '-')
    .replaceAll(/[×·]/g, '*')
    .replaceAll(/[÷⁄]/g, '/')
    .replaceAll('√', ' sqrt ')
    .replaceAll('π', ' pi ')
    .trim();
}

/** The number that somebody typed, as in "0.2", "0,2", "−3" and "１０"; `undefined` for anything else. */
export function typedNumber(text: string): number | undefined {
  const plain = plainCharacters(text);
  const value = Number(plain);
  return plain === '' || !Number.isFinite(value) ? undefined : value;
}

/**
 * The value of a calculation that somebody typed, as in "-ln 0.2", "1/3", "2 ln 2", "20 %" and "sqrt(2)^3"; `undefined`
 * for what is none, or has no finite value.
 *
 * @param unit what the answer is asked in: in percent, "20 %" is 20, else 0.2
 */
export function typedValue(text: string, unit = ''): number | undefined {
  const plain = plainCharacters(text);
  const value = new Calculation(unit === '%' ? plain.replace(/\s*%$/, '') : plain).value();
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

/** Reads a calculation from left to right; each method reads what binds more strongly than what calls it. */
class Calculation {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(text: string) {
    this.tokens = Array.from(text.toLowerCase().matchAll(TOKEN), ([token]) => token.trim());
  }

  value(): number | undefined {
    const value = this.sum();
    return this.at === this.tokens.length ? value : undefined;
  }

  private sum(): number | undefined {
    let value = this.product();
    for (let sign = this.take('+', '-'); sign !== undefined; sign = this.take('+', '-')) {
      value = combined(value, this.product(), (a, b) => (sign === '+' ? a + b : a - b));
    }
    return value;
  }

  private product(): number | undefined {
    let value = this.signed();
    for (;;) {
      const sign = this.take('*', '/');
      if (sign === undefined && !this.isFactorNext()) {
        return value;
      }
      value = combined(value, this.signed(), (a, b) => (sign === '/' ? a / b : a * b));
    }
  }

  private signed(): number | undefined {
    return this.take('-') === undefined ? this.power() : combined(0, this.signed(), (a, b) => a - b);
  }

  private power(): number | undefined {
    const base = this.percent();
    return this.take('^') === undefined ? base : combined(base, this.signed(), (a, b) => a ** b);
  }

  private percent(): number | undefined {
    const value = this.atom();
    return this.take('%') === undefined ? value : combined(value, 100, (a, b) => a / b);
  }

  private atom(): number | undefined {
    const token = this.tokens[this.at++] ?? '';
    if (token === '(') {
      const value = this.sum();
      return this.take(')') === undefined ? undefined : value;
    }
    const apply = Object.hasOwn(FUNCTIONS, token) ? FUNCTIONS[token] : undefined;
    if (apply !== undefined) {
      const value = this.power();
      return value === undefined ? undefined : apply(value);
    }
    if (Object.hasOwn(CONSTANTS, token)) {
      return CONSTANTS[token];
    }
    return /^[\d.]/.test(token) ? Number(token) : undefined;
  }

  /** Whether a name or a bracket follows, which is multiplied without a sign, as in "2 ln 2". */
  private isFactorNext(): boolean {
    return /^[a-z(]/.test(this.tokens[this.at] ?? '');
  }

  private take(...signs: readonly string[]): string | undefined {
    const sign = signs.find((each) => each === this.tokens[this.at]);
    if (sign !== undefined) {
      this.at++;
    }
    return sign;
  }
}

function combined(
  a: number | undefined,
  b: number | undefined,
  combine: (a: number, b: number) => number,
): number | undefined {
  return a === undefined || b === undefined ? undefined : combine(a, b);
}
