using Tocsin.Journal;

namespace Tocsin.Projections;

/// <summary>How far a projection is.</summary>
/// <param name="Code">The code that made its rows, or makes them anew.</param>
/// <param name="Epoch">The history that it follows.</param>
/// <param name="Position">Its rows are as new as the journal was at this position.</param>
/// <param name="Rebuilt">How far it was made anew; null: it is not being made anew.</param>
public sealed record ProjectionPlace(short Code, Epoch Epoch, JournalPosition Position, JournalPosition? Rebuilt);
