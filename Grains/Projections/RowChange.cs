using Tocsin.Identity;

namespace Tocsin.Projections;

/// <summary>A row to be written. It replaces one of the same or a lower version only, whoever comes first.</summary>
/// <param name="Stream">The thing.</param>
/// <param name="Version">The version of the thing of which it was made.</param>
/// <param name="Row">The row; null: the thing has none.</param>
public sealed record RowChange(StreamId Stream, int Version, ProjectedRow? Row);
