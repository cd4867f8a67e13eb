using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Places;

namespace Tocsin.Stations;

/// <summary>What the events of one station come to.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.StationState")]
public sealed record StationState([property: Id(0)] StationId Id, [property: Id(1)] int Version) : IStreamState
{
    /// <summary>As Orleans begins one that it reads: what a process of an earlier version does not send has its default.</summary>
    public StationState()
        : this(default, 0)
    {
    }

    /// <inheritdoc/>
    public StreamId Stream => Id.Stream;

    /// <summary>Its name.</summary>
    [Id(2)]
    public string Name { get; init; } = "";

    /// <summary>Where it stands.</summary>
    [Id(3)]
    public GeoPoint? Location { get; init; }

    /// <summary>The class of its area.</summary>
    [Id(4)]
    public AreaClass? AreaClass { get; init; }

    /// <summary>GeoJSON text of its area, or null.</summary>
    [Id(5)]
    public string? Area { get; init; }

    /// <summary>Whether it is retired.</summary>
    [Id(6)]
    public bool Retired { get; init; }

    /// <summary>The station that took over.</summary>
    [Id(7)]
    public StationId? Successor { get; init; }

    /// <summary>What it is to the centre.</summary>
    [Id(8)]
    public StationKind Kind { get; init; }

    /// <summary>Whether nobody of it signs in here.</summary>
    [Id(9)]
    public bool External { get; init; }

    /// <summary>Whether it may issue directives.</summary>
    [Id(10)]
    public bool MayInstruct { get; init; }

    /// <summary>Its telephone number.</summary>
    [Id(11)]
    public string? Phone { get; init; }

    /// <summary>A station of which nothing is known.</summary>
    public static StationState Initial(StationId id) => new(id, 0);

    /// <inheritdoc/>
    public IStreamState Apply(object happened, DateTimeOffset occurredAt) => (happened switch
    {
        StationRegistered e => this with { Name = e.Name, Location = e.Location, AreaClass = e.AreaClass, Area = e.Area?.GetRawText() },
        StationChanged e => this with
        {
            Name = e.Name,
            Location = e.Location,
            AreaClass = e.AreaClass,
            Area = e.Area?.GetRawText(),
            Retired = e.Retired,
            Successor = e.Successor,
            Kind = e.Kind,
            External = e.External,
            MayInstruct = e.MayInstruct,
            Phone = e.Phone,
        },
        _ => this,
    }) with
    { Version = Version + 1 };

    /// <inheritdoc/>
    public BoardEntry ToBoard() => StationViews.Board(this);

    /// <inheritdoc/>
    public void AddRows(IStreamState before, NarrowRows rows)
    {
        // A station has no narrow row: there are few of them.
    }
}
