using Tocsin.Clocks;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Policies;

/// <summary>What the events of one timing policy come to.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.PolicyState")]
public sealed record PolicyState([property: Id(0)] PolicyId Id, [property: Id(1)] int Version) : IStreamState
{
    /// <summary>As Orleans begins one that it reads: what a process of an earlier version does not send has its default.</summary>
    public PolicyState()
        : this(default, 0)
    {
    }

    /// <inheritdoc/>
    public StreamId Stream => Id.Stream;

    /// <summary>The rows.</summary>
    [Id(2)]
    public IReadOnlyList<TimingLimit> Limits { get; init; } = [];

    /// <summary>When an overdue clock is brought to whom.</summary>
    [Id(3)]
    public EscalationPlan Escalation { get; init; } = EscalationPlan.Default;

    /// <summary>A policy of which nothing is known.</summary>
    public static PolicyState Initial(PolicyId id) => new(id, 0);

    /// <inheritdoc/>
    public IStreamState Apply(object happened, DateTimeOffset occurredAt) => (happened switch
    {
        PolicySet e => this with { Limits = e.Limits, Escalation = e.Escalation },
        _ => this,
    }) with
    { Version = Version + 1 };

    /// <inheritdoc/>
    public BoardEntry ToBoard() => PolicyViews.Board(this);
}
