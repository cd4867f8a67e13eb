using System.Collections.Immutable;
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

    /// <summary>The episode of the incident in which it was issued; only a <c>handle</c> keeps this and what follows.</summary>
    [Id(161)]
    public int Episode { get; init; }

    /// <summary>How many assignments the incident had then.</summary>
    [Id(162)]
    public int Place { get; init; }

    /// <summary>
    /// The rounds of which it meets the clock <c>assign</c>: that in which it was issued, and each in which it turned out that it was not
    /// overdue.
    /// </summary>
    [Id(163)]
    public ImmutableArray<int> Rounds { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The limit that passed without a signature or a sending; null: none did.</summary>
    [Id(164)]
    public DateTimeOffset? OverdueSince { get; init; }

    /// <summary>Its station has sent units on it: from then on only they are on the incident.</summary>
    [Id(165)]
    public bool Sent { get; init; }

    /// <summary>When it was issued; null where an earlier version recorded it.</summary>
    [Id(180)]
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>Who issued it; null where an earlier version recorded it.</summary>
    [Id(181)]
    public string? By { get; init; }

    /// <summary>Whether it is one that stands for an assignment until its station sends.</summary>
    public bool IsHandle => Kind == DirectiveKinds.Handle;

    /// <summary>Whether it stands for an assignment now.</summary>
    public bool Holds => IsHandle && Open && !Sent && OverdueSince is null;

    /// <summary>For a <c>handle</c>: its issue, from which it stood for an assignment.</summary>
    public DateTimeOffset StoodFrom => IssuedAt.GetValueOrDefault();

    /// <summary>For one that stands for no assignment any more: since when; never before its issue.</summary>
    public DateTimeOffset LetGoAt
    {
        get
        {
            var at = OverdueSince is null || OverAt < OverdueSince ? OverAt : OverdueSince;
            return at > StoodFrom ? at.Value : StoodFrom;
        }
    }

    /// <summary>Whether it is neither concluded nor refused nor withdrawn.</summary>
    public bool Open => Status < DirectiveStatus.Concluded;
}
