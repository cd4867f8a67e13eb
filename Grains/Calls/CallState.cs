using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Calls;

/// <summary>What the events of one Call come to.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.CallState")]
public sealed record CallState([property: Id(0)] CallId Id, [property: Id(1)] int Version) : IStreamState
{
    /// <inheritdoc/>
    public StreamId Stream => Id.Stream;

    /// <summary>A Call of which nothing is known.</summary>
    public static CallState Initial(CallId id) => new(id, 0);

    /// <inheritdoc/>
    public IStreamState Apply(object happened, DateTimeOffset occurredAt) => this with { Version = Version + 1 };

    /// <inheritdoc/>
    public BoardEntry ToBoard() => throw new NotSupportedException();

    /// <inheritdoc/>
    public void AddRows(IStreamState before, NarrowRows rows)
    {
    }
}
