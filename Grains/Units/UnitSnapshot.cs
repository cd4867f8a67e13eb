namespace Tocsin.Units;

/// <summary>A unit's state as of a version, kept in grain storage so that its stream need not be folded from the start.</summary>
/// <param name="Version">The version.</param>
/// <param name="Hash">The hash of that event, hex: another history has another one.</param>
/// <param name="Rules">The number of the rules that made it: other rules make it anew.</param>
/// <param name="State">The state, JSON.</param>
[GenerateSerializer, Alias("tocsin.UnitSnapshot")]
public sealed record UnitSnapshot(
    [property: Id(0)] int Version,
    [property: Id(1)] string Hash,
    [property: Id(2)] int Rules,
    [property: Id(3)] string State)
{
    /// <summary>An empty one, as storage providers make it.</summary>
    public UnitSnapshot()
        : this(0, "", 0, "")
    {
    }

    /// <summary>The snapshot of a state.</summary>
    public static UnitSnapshot Of(UnitState state, string hash) =>
        new(state.Version, hash, UnitState.RulesNumber, UnitSnapshotJson.Write(state));

    /// <summary>The state that it holds.</summary>
    public UnitState ToState() => UnitSnapshotJson.Read(State);
}
