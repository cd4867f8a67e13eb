namespace Tocsin.Live;

/// <summary>Up to where a silo has told a gateway of positions and presences. Another silo counts otherwise, and begins anew.</summary>
/// <param name="Silo">Which run of which silo.</param>
/// <param name="Count">How far.</param>
[GenerateSerializer, Immutable, Alias("tocsin.LiveMark")]
public readonly record struct LiveMark([property: Id(0)] string? Silo, [property: Id(1)] long Count)
{
    /// <summary>For whoever wants events alone: no silo is called so, and none counts so far.</summary>
    public static LiveMark NotWanted { get; } = new("", long.MaxValue);
}
