namespace Tocsin.Live;

/// <summary>
/// How far a silo has told a gateway of positions and presences, and which kinds the gateway reads. The count is per silo; another silo's
/// count is unrelated, so that silo begins at 0.
/// </summary>
/// <param name="Silo">The run of the silo that counted; null: none yet.</param>
/// <param name="Count">The silo's count up to which the gateway was told, 0 or more.</param>
/// <param name="Kinds">
/// The stream kinds that the gateway reads, as <see cref="LiveKinds"/> writes them; null: those of <see cref="LiveKinds.Baseline"/>. Things
/// and events of other kinds are left out of its pages, and its position moves on.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.LiveMark")]
public readonly record struct LiveMark([property: Id(0)] string? Silo, [property: Id(1)] long Count, [property: Id(2)] string? Kinds = null)
{
    /// <summary>For a reader that wants events alone: no silo has this name, and none counts this far.</summary>
    public static LiveMark NotWanted { get; } = new("", long.MaxValue, LiveKinds.Own);

    /// <summary>Whether positions and presences are not wanted.</summary>
    public bool IsNotWanted => Silo?.Length == 0;
}
