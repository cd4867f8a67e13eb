using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Units;

/// <summary>What the events of one Unit come to.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.UnitState")]
public sealed record UnitState([property: Id(0)] UnitId Id, [property: Id(1)] int Version) : IStreamState
{
    /// <inheritdoc/>
    public StreamId Stream => Id.Stream;

    /// <summary>A Unit of which nothing is known.</summary>
    public static UnitState Initial(UnitId id) => new(id, 0);

    /// <inheritdoc/>
    public IStreamState Apply(object happened, DateTimeOffset occurredAt) => this with { Version = Version + 1 };

    /// <inheritdoc/>
    public BoardEntry ToBoard() => throw new NotSupportedException();

    /// <inheritdoc/>
    public void AddRows(IStreamState before, NarrowRows rows)
    {
    }
}
