using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Stations;

/// <summary>What the events of one Station come to.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.StationState")]
public sealed record StationState([property: Id(0)] StationId Id, [property: Id(1)] int Version) : IStreamState
{
    /// <inheritdoc/>
    public StreamId Stream => Id.Stream;

    /// <summary>A Station of which nothing is known.</summary>
    public static StationState Initial(StationId id) => new(id, 0);

    /// <inheritdoc/>
    public IStreamState Apply(object happened, DateTimeOffset occurredAt) => this with { Version = Version + 1 };

    /// <inheritdoc/>
    public BoardEntry ToBoard() => throw new NotSupportedException();

    /// <inheritdoc/>
    public void AddRows(IStreamState before, NarrowRows rows)
    {
    }
}
