using Tocsin.Directives;

namespace Tocsin.Incidents;

/// <summary>What an incident keeps of a directive that hangs on it.</summary>
/// <param name="Id">The id of the directive.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="To">To whom it goes.</param>
/// <param name="Station">The station that it concerns.</param>
[GenerateSerializer, Immutable, Alias("tocsin.KeptDirective")]
public sealed record KeptDirective(
    [property: Id(0)] DirectiveId Id,
    [property: Id(1)] string Kind,
    [property: Id(2)] DirectiveTo To,
    [property: Id(3)] string? Station)
{
    /// <summary>Its status.</summary>
    [Id(4)]
    public DirectiveStatus Status { get; init; }

    /// <summary>It stands among what is late.</summary>
    [Id(5)]
    public bool Late { get; init; }

    /// <summary>When it was over; null while it is open.</summary>
    [Id(6)]
    public DateTimeOffset? OverAt { get; init; }

    /// <summary>When it was issued; null where an earlier version recorded it.</summary>
    [Id(180)]
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>Who issued it; null where an earlier version recorded it.</summary>
    [Id(181)]
    public string? By { get; init; }

    /// <summary>Whether it is neither concluded nor refused nor withdrawn.</summary>
    public bool Open => Status < DirectiveStatus.Concluded;
}
