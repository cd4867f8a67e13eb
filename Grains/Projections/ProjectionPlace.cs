using Tocsin.Journal;

namespace Tocsin.Projections;

/// <summary>How far a projection has followed the journal.</summary>
/// <param name="Code">The number of the code that makes its rows.</param>
/// <param name="Epoch">The history that it follows.</param>
/// <param name="Position">Its rows are those of the journal at this position.</param>
/// <param name="Rebuilt">How far its rebuild is; null: it is not being rebuilt.</param>
public sealed record ProjectionPlace(short Code, Epoch Epoch, JournalPosition Position, JournalPosition? Rebuilt);
