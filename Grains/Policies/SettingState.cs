using System.Collections.Immutable;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;

namespace Tocsin.Policies;

/// <summary>What the events of one setting come to.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.SettingState")]
public sealed record SettingState([property: Id(0)] string Id, [property: Id(1)] int Version) : IStreamState
{
    /// <summary>As Orleans begins one that it reads: what a process of an earlier version does not send has its default.</summary>
    public SettingState()
        : this("", 0)
    {
    }

    /// <summary>The number of the code that makes the view: raised whenever it would make another one of the same state.</summary>
    public const short Code = 4;

    /// <inheritdoc/>
    public StreamId Stream => new(StreamKind.Setting, Id);

    /// <summary>The chosen timing policy; null: none.</summary>
    [Id(2)]
    public PolicyId? Policy { get; init; }

    /// <summary>The blocked subjects by subject, those whose time is over among them until the next change.</summary>
    [Id(3)]
    public ImmutableArray<BlockedSubjectView> Blocked { get; init; } = [];

    /// <summary>How incidents may end, and what may come of them.</summary>
    [Id(4)]
    public ClosingSettings Closing { get; init; } = ClosingSettings.None;

    /// <summary>Which callers are to be called back.</summary>
    [Id(200)]
    public CallBackSettings CallBacks { get; init; } = CallBackSettings.Default;

    /// <inheritdoc/>
    public IStreamState Apply(object happened, DateTimeOffset occurredAt) => (happened switch
    {
        PolicyChosen e => this with { Policy = e.Name },
        ClosingSet e => this with { Closing = new ClosingSettings(e.Outcomes, e.Results) },
        CallBacksSet e => this with { CallBacks = new CallBackSettings(e.Classes, e.Share, e.WithinHours) },
        SubjectBlocked e => this with
        {
            Blocked = [.. Others(e.Subject, occurredAt)
                .Append(new BlockedSubjectView(e.Subject, e.Reason, e.Until, occurredAt, e.By))
                .OrderBy(b => b.Subject, StringComparer.Ordinal)],
        },
        SubjectUnblocked e => this with { Blocked = [.. Others(e.Subject, occurredAt)] },
        _ => this,
    }) with
    { Version = Version + 1 };

    /// <inheritdoc/>
    public BoardEntry ToBoard()
    {
        var view = Id switch
        {
            SettingIds.BlockedSubjects => TocsinJson.Write(new BlockedSubjectsView(Blocked, Version)),
            SettingIds.Closing => TocsinJson.Write(new ClosingView(Closing.Outcomes, Closing.Results, Version)),
            SettingIds.CallBacks => TocsinJson.Write(CallBackCatalogue.ViewOf(CallBacks, Version)),
            _ => TocsinJson.Write(new ChoiceView(Policy, Version, BuiltIn: Policy is null)),
        };
        return new(view, Code, Open: true, Status: 0, Priority: 0, Station: null, DueAt: null);
    }

    // Those whose time is over go with the next change.
    private IEnumerable<BlockedSubjectView> Others(string subject, DateTimeOffset now) =>
        Blocked.Where(b => b.Subject != subject && !b.IsOver(now));
}
