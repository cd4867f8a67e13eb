using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.RunCards;

/// <summary>What the events of one run card come to.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.RunCardState")]
public sealed record RunCardState([property: Id(0)] RunCardId Id, [property: Id(1)] int Version) : IStreamState
{
    /// <inheritdoc/>
    public StreamId Stream => Id.Stream;

    /// <summary>What it says; null before its first event.</summary>
    [Id(2)]
    public RunCardPlan? Plan { get; init; }

    /// <summary>A card of which nothing is known.</summary>
    public static RunCardState Initial(RunCardId id) => new(id, 0);

    /// <inheritdoc/>
    public IStreamState Apply(object happened, DateTimeOffset occurredAt) => (happened switch
    {
        RunCardSet e => this with
        {
            Plan = new RunCardPlan(
                e.Name, e.Categories, e.Priorities, e.Stations, e.AreaClass, e.Area?.GetRawText(),
                e.Alarms, e.Questions, e.ForeignSeconds, e.Retired),
        },
        _ => this,
    }) with
    { Version = Version + 1 };

    /// <inheritdoc/>
    public BoardEntry ToBoard() => RunCardViews.Board(this);
}
