/** How much work may still be done: a small file must not take a long time. */
export class Budget {
  constructor(private left: number) {}

  get isSpent(): boolean {
    return this.left < 0;
  }

  /** @returns whether there was enough left */
  spend(amount: number): boolean {
    this.left -= amount;
    return !this.isSpent;
  }
}

/**
 * The budgets of the units of one file, which its models share. `reading`: nodes of expressions,
 * and factors of products. `solving`: multiplications of powers. `searching`: the same, to find the
 * places of contradictions. A model that somebody wrote takes a thousandth of them.
 */
export interface UnitBudgets {
  readonly reading: Budget;
  readonly solving: Budget;
  readonly searching: Budget;
}

export function unitBudgets(): UnitBudgets {
  return { reading: new Budget(500_000), solving: new Budget(500_000), searching: new Budget(500_000) };
}
