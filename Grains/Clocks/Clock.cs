using Tocsin.Identity;

namespace Tocsin.Clocks;

/// <summary>
/// One clock of an incident or a call, as the events leave it. When it starts and ends follows from the stage times each time anew, so that
/// a late report or a correction sets it right; what was fired of it is remembered, so that it is fired once.
/// </summary>
/// <param name="Stage">The stage.</param>
/// <param name="StartedAt">From.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Clock")]
public sealed record Clock([property: Id(0)] ClockStage Stage, [property: Id(1)] DateTimeOffset StartedAt)
{
    /// <summary>The unit, for a clock on an assignment.</summary>
    [Id(2)]
    public UnitId? Unit { get; init; }

    /// <summary>The episode of the incident: 1 since it was made, one more at each reopening.</summary>
    [Id(3)]
    public int Episode { get; init; }

    /// <summary>The round of the incident: one more each time it becomes unattended.</summary>
    [Id(4)]
    public int Round { get; init; }

    /// <summary>The place of the first assignment that it looks at.</summary>
    [Id(5)]
    public int First { get; init; }

    /// <summary>The place behind the last one; the greatest number while its round or episode goes on.</summary>
    [Id(6)]
    public int End { get; init; } = int.MaxValue;

    /// <summary>The start of the stage before: it never starts earlier.</summary>
    [Id(7)]
    public DateTimeOffset Floor { get; init; }

    /// <summary>For <c>arrive</c>: from when it runs.</summary>
    [Id(8)]
    public ClockFrom From { get; init; } = ClockFrom.Assigned;

    /// <summary>The limit; null: the policy gives none, and the clock neither shows nor fires.</summary>
    [Id(9)]
    public int? LimitSeconds { get; init; }

    /// <summary>When to warn, in seconds after the start; null: never.</summary>
    [Id(10)]
    public int? WarnSeconds { get; init; }

    /// <summary>When it was met.</summary>
    [Id(11)]
    public DateTimeOffset? MetAt { get; init; }

    /// <summary>When it was void; null while it is not, and once it is met.</summary>
    [Id(12)]
    public DateTimeOffset? VoidAt { get; init; }

    /// <summary>It started too long before it was noted to alarm anybody.</summary>
    [Id(13)]
    public bool Silent { get; init; }

    /// <summary>When what it follows from was noted, where that was well after it happened; before that nothing could fire.</summary>
    [Id(14)]
    public DateTimeOffset? NotedAt { get; init; }

    /// <summary>The warning was fired, or is no longer due.</summary>
    [Id(15)]
    public bool Warned { get; init; }

    /// <summary>That it is overdue was fired, and not withdrawn.</summary>
    [Id(16)]
    public bool Fired { get; init; }

    /// <summary>The highest level that it was brought to.</summary>
    [Id(17)]
    public EscalationLevel? Level { get; init; }

    /// <summary>Who took it.</summary>
    [Id(18)]
    public string? TakenBy { get; init; }

    /// <summary>When it was taken.</summary>
    [Id(19)]
    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>It is void because the fact that would have met it lies before its start; see <see cref="SuspectRule"/>.</summary>
    [Id(20)]
    public bool Suspect { get; init; }

    /// <summary>The limit as an instant; null without one.</summary>
    public DateTimeOffset? DueAt => LimitSeconds is { } seconds ? StartedAt.AddSeconds(seconds) : null;

    /// <summary>When to warn; null when there is no warning.</summary>
    public DateTimeOffset? WarnAt => LimitSeconds is not null && WarnSeconds is { } seconds ? StartedAt.AddSeconds(seconds) : null;

    /// <summary>How it stands.</summary>
    public ClockState State => MetAt is not null ? ClockState.Met : VoidAt is not null ? ClockState.Void : ClockState.Running;

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? EndedAt => MetAt ?? VoidAt;

    /// <summary>Whether it runs, and it was fired that it is overdue.</summary>
    public bool IsLate => Fired && State == ClockState.Running && LimitSeconds is not null;

    /// <summary>Whether it is late, was brought to that level or above (null: to anybody or nobody), and nobody took it.</summary>
    public bool IsUntakenAt(EscalationLevel? level) => IsLate && TakenBy is null && (level is null || Level >= level);

    /// <summary>Whether its limit passed unmet, as an observer at that time knows.</summary>
    public bool IsOverdueAt(DateTimeOffset now) => Suspect ? Fired : DueAt is { } due && (EndedAt is { } ended ? ended > due : now >= due);

    /// <summary>An instant at which something could be known of it: as given, but not before it was noted.</summary>
    public DateTimeOffset NotBeforeNoted(DateTimeOffset instant) => NotedAt > instant ? NotedAt.Value : instant;

    /// <summary>
    /// The clock as the contract shows it. That a running one is overdue shows once it was fired; see <c>SilentClocks</c> for one that
    /// never is.
    /// </summary>
    public ClockView ToView() => new(
        Stage,
        Unit,
        State,
        StartedAt,
        WarnAt,
        DueAt!.Value,
        MetAt,
        Fired && (State == ClockState.Running || Suspect) || EndedAt > DueAt ? DueAt : null,
        Silent,
        Level,
        TakenBy,
        TakenAt,
        Suspect);
}
