// Tables and columns under the program's own names: `knownAs` here is `known_as` there. Kysely's plugin says which is which; the names are put into a
// question while it is written, and into an answer once for all its rows, where the plugin by itself would copy every question and look at every row's names.
import {
  CamelCasePlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  PostgresDialect,
  PostgresQueryCompiler,
  type QueryCompiler,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely';

/** Keys inside JSON are data and stay as they are. */
export class OwnNames extends CamelCasePlugin {
  constructor() {
    super({ maintainNestedObjectKeys: true });
  }

  /** The database's name of a table or column. */
  columnOf(name: string): string {
    return this.snakeCase(name);
  }

  override transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    return node;
  }

  override async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const [first] = result.rows;
    if (first === undefined) return result;
    const columns = Object.keys(first);
    const names = columns.map((column) => this.camelCase(column));
    if (names.every((name, at) => name === columns[at])) return result;
    const rows = result.rows.map((row) => {
      const named: UnknownRow = {};
      for (let at = 0; at < names.length; at++) named[names[at] ?? ''] = row[columns[at] ?? ''];
      return named;
    });
    return { ...result, rows };
  }
}

class WritesNames extends PostgresQueryCompiler {
  readonly #names: OwnNames;
  readonly #written = new Map<string, string>();

  constructor(names: OwnNames) {
    super();
    this.#names = names;
  }

  protected override sanitizeIdentifier(identifier: string): string {
    const known = this.#written.get(identifier);
    if (known !== undefined) return known;
    const written = super.sanitizeIdentifier(this.#names.columnOf(identifier));
    this.#written.set(identifier, written);
    return written;
  }
}

/** PostgreSQL as Kysely speaks it, with these names. To be used together with the plugin that reads answers by them. */
export class NamedDialect extends PostgresDialect {
  readonly #names: OwnNames;

  constructor(names: OwnNames, config: ConstructorParameters<typeof PostgresDialect>[0]) {
    super(config);
    this.#names = names;
  }

  override createQueryCompiler(): QueryCompiler {
    return new WritesNames(this.#names);
  }
}
