using System.Collections.Frozen;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Projections;

/// <summary>
/// Rows for a report, made from board rows after the append. They follow the journal at a position of their own, and can be rebuilt while
/// the system runs. A feature states its projections as values; a projection needs no table of its own and no part in the append.
/// </summary>
/// <param name="Name">Its name in the database and for <c>rebuild</c>; never changes.</param>
/// <param name="Code">The number of the code that makes the rows: raised whenever it makes other rows of the same things.</param>
/// <param name="Kind">The kind of stream of which it has rows.</param>
/// <param name="Events">The kinds of events after which a thing's row may be another one.</param>
/// <param name="Row">The row of a thing; null: it has none. Pure.</param>
public sealed record Projection(
    string Name, short Code, StreamKind Kind, FrozenSet<string> Events, Func<BoardRow, ProjectedRow?> Row);
