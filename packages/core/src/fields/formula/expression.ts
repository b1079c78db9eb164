/** What stands between two parts of a formula. */
export type Operator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '&' | '*' | '/';

/** A formula that was read: each part knows at which character it begins. */
export type Expression =
  | { readonly is: 'number'; readonly written: string; readonly at: number }
  | { readonly is: 'text'; readonly value: string; readonly at: number }
  | { readonly is: 'boolean'; readonly value: boolean; readonly at: number }
  | { readonly is: 'blank'; readonly at: number }
  | { readonly is: 'field'; readonly name: string; readonly at: number }
  | { readonly is: 'call'; readonly name: string; readonly parts: readonly Expression[]; readonly at: number }
  | { readonly is: 'unary'; readonly operator: '-' | 'not'; readonly of: Expression; readonly at: number }
  | {
      readonly is: 'binary';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
      /** Where the operator stands. */
      readonly at: number;
    };
