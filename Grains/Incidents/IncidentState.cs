using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Incidents;

/// <summary>What the events of one Incident come to.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.IncidentState")]
public sealed record IncidentState([property: Id(0)] IncidentId Id, [property: Id(1)] int Version) : IStreamState
{
    /// <inheritdoc/>
    public StreamId Stream => Id.Stream;

    /// <summary>A Incident of which nothing is known.</summary>
    public static IncidentState Initial(IncidentId id) => new(id, 0);

    /// <inheritdoc/>
    public IStreamState Apply(object happened, DateTimeOffset occurredAt) => this with { Version = Version + 1 };

    /// <inheritdoc/>
    public BoardEntry ToBoard() => throw new NotSupportedException();

    /// <inheritdoc/>
    public void AddRows(IStreamState before, NarrowRows rows)
    {
    }
}
