using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;

namespace Tocsin.Policies;

/// <summary>What the events of one setting come to.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.SettingState")]
public sealed record SettingState([property: Id(0)] string Id, [property: Id(1)] int Version) : IStreamState
{
    /// <summary>The number of the code that makes the view: raised whenever it would make another one of the same state.</summary>
    public const short Code = 2;

    /// <inheritdoc/>
    public StreamId Stream => new(StreamKind.Setting, Id);

    /// <summary>The chosen timing policy; null: none.</summary>
    [Id(2)]
    public PolicyId? Policy { get; init; }

    /// <inheritdoc/>
    public IStreamState Apply(object happened, DateTimeOffset occurredAt) => (happened switch
    {
        PolicyChosen e => this with { Policy = e.Name },
        _ => this,
    }) with
    { Version = Version + 1 };

    /// <inheritdoc/>
    public BoardEntry ToBoard()
    {
        var view = TocsinJson.Write(new ChoiceView(Policy, Version, BuiltIn: Policy is null));
        return new(view, Code, Open: true, Status: 0, Priority: 0, Station: null, DueAt: null);
    }
}
