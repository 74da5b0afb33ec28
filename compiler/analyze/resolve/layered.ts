/**
 * What is known in one block, and below it what is known in the block around it, which is not
 * copied: a file may have many models and many definitions. Only its own entries are listed.
 */
export class Layered<Key, Value> extends Map<Key, Value> {
  constructor(private readonly outer: ReadonlyMap<Key, Value> | undefined) {
    super();
  }

  override get(key: Key): Value | undefined {
    return super.get(key) ?? this.outer?.get(key);
  }

  override has(key: Key): boolean {
    return super.has(key) || this.outer?.has(key) === true;
  }
}
