using Tocsin.Identity;

namespace Tocsin.Projections;

/// <summary>A row to write. It replaces a row of the same or a lower version only, so silos may write in any order.</summary>
/// <param name="Stream">The thing.</param>
/// <param name="Version">The version of the thing that the row was made from.</param>
/// <param name="Row">The row; null: the thing has none.</param>
public sealed record RowChange(StreamId Stream, int Version, ProjectedRow? Row);
