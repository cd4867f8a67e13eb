using Tocsin.Identity;

namespace Tocsin.Overdue;

/// <summary>Which of what is late.</summary>
/// <param name="Station">Of a station only; null: of all.</param>
/// <param name="Unit">Of a unit only; null: of all.</param>
/// <param name="Cursor">Where to go on; null: from the worst.</param>
/// <param name="Limit">1 to 200.</param>
[GenerateSerializer, Immutable, Alias("tocsin.OverdueFilter")]
public sealed record OverdueFilter(
    [property: Id(0)] string? Station,
    [property: Id(1)] UnitId? Unit,
    [property: Id(2)] string? Cursor,
    [property: Id(3)] int Limit);
