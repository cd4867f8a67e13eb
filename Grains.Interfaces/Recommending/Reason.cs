using Tocsin.Identity;

namespace Tocsin.Recommending;

/// <summary>A reason: its code for programs, its text for people who read English.</summary>
/// <param name="Code">Which.</param>
/// <param name="Text">In words.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Reason")]
public sealed record Reason([property: Id(0)] ReasonCode Code, [property: Id(1)] string Text)
{
    /// <summary>A way, in metres.</summary>
    [Id(2)]
    public int? Meters { get; init; }

    /// <summary>A time, in seconds.</summary>
    [Id(3)]
    public int? Seconds { get; init; }

    /// <summary>How many units.</summary>
    [Id(4)]
    public int? Count { get; init; }

    /// <summary>A station, a kind or a capability.</summary>
    [Id(5)]
    public string? Name { get; init; }

    /// <summary>The incident that has the unit.</summary>
    [Id(6)]
    public IncidentId? IncidentId { get; init; }

    /// <summary>The number of that incident.</summary>
    [Id(7)]
    public string? Number { get; init; }

    /// <summary>The priority of that incident.</summary>
    [Id(8)]
    public int? Priority { get; init; }
}
