using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Bulletins;

/// <summary>What the events of one bulletin come to.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.BulletinState")]
public sealed record BulletinState([property: Id(0)] BulletinId Id, [property: Id(1)] int Version) : IStreamState
{
    /// <summary>The number of the code that makes the view: raised whenever it would make another one of the same state.</summary>
    public const short Code = 1;

    /// <inheritdoc/>
    public StreamId Stream => Id.Stream;

    /// <summary>The text.</summary>
    [Id(2)]
    public string Text { get; init; } = "";

    /// <summary>Until when it stands.</summary>
    [Id(3)]
    public DateTimeOffset Until { get; init; }

    /// <summary>Whether its time is over.</summary>
    [Id(4)]
    public bool Expired { get; init; }

    /// <inheritdoc/>
    public DateTimeOffset? DueAt => Version == 0 || Expired ? null : Until;

    /// <inheritdoc/>
    public IStreamState Apply(object happened, DateTimeOffset occurredAt) => (happened switch
    {
        BulletinPosted e => this with { Text = e.Text, Until = e.Until, Expired = false },
        BulletinExpired => this with { Expired = true },
        _ => this,
    }) with
    { Version = Version + 1 };

    /// <inheritdoc/>
    public BoardEntry ToBoard() => BoardEntry.Of(
        new BulletinView(Id, Text, Until, Expired, Version), Code, open: !Expired, status: 0, priority: 0, station: null, DueAt);

    /// <inheritdoc/>
    public void AddRows(IStreamState before, NarrowRows rows)
    {
        // A bulletin has no narrow row.
    }
}
