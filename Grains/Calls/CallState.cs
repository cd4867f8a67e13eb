using System.Collections.Immutable;
using Tocsin.Clocks;
using Tocsin.Deciding;
using Tocsin.Erasing;
using Tocsin.Evidence;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Places;
using Tocsin.Quality;

namespace Tocsin.Calls;

/// <summary>What the events of one call come to.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.CallState")]
public sealed record CallState([property: Id(0)] CallId Id, [property: Id(1)] int Version) : IEvidenceState, IClockedState
{
    /// <summary>As Orleans begins one that it reads: what a process of an earlier version does not send has its default.</summary>
    public CallState()
        : this(default, 0)
    {
    }

    /// <inheritdoc/>
    public StreamId Stream => Id.Stream;

    /// <summary>The line it came in on.</summary>
    [Id(2)]
    public string? Line { get; init; }

    /// <summary>When it came in: when it began to ring, else when it was answered, else when it was recorded.</summary>
    [Id(3)]
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it began to ring.</summary>
    [Id(4)]
    public DateTimeOffset? RingingAt { get; init; }

    /// <summary>When it was answered.</summary>
    [Id(5)]
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When it was over.</summary>
    [Id(6)]
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Where the caller is.</summary>
    [Id(7)]
    public Location? Location { get; init; }

    /// <summary>What is typed while the caller speaks.</summary>
    [Id(8)]
    public string? Narrative { get; init; }

    /// <summary>A keyed digest of the caller's number.</summary>
    [Id(9)]
    public string? Caller { get; init; }

    /// <summary>What was made of it: the newest.</summary>
    [Id(10)]
    public DispositionView? Disposition { get; init; }

    /// <summary>The clock of its answer 接听; null when it did not ring, or no policy was chosen.</summary>
    [Id(11)]
    public Clock? Answer { get; init; }

    /// <summary>Who answered it, or has it since it was handed on; null while nobody has, and where an event of before says so.</summary>
    [Id(12)]
    public Answerer? AnsweredBy { get; init; }

    /// <summary>Its end left the caller to be called back; see <see cref="CallBackSince"/> for whether that is still so.</summary>
    [Id(13)]
    public bool CallBackAsked { get; init; }

    /// <summary>The other call on which the number was answered since.</summary>
    [Id(14)]
    public CallId? CalledBackOn { get; init; }

    /// <summary>Its disposition left it on the incident where it was, though its kind joins none.</summary>
    [Id(15)]
    public bool Stays { get; init; }

    /// <summary>An answer before the ringing makes the clock void and suspect; false in calls of earlier versions.</summary>
    [Id(16)]
    public bool Suspects { get; init; }

    /// <summary>How far its newest erasure has come; null where none was asked for.</summary>
    [Id(17)]
    public ErasureView? Erasure { get; init; }

    /// <inheritdoc/>
    [Id(18)]
    public int Erasures { get; init; }

    /// <summary>The seat at which it rings, was answered, or is since it was handed on.</summary>
    [Id(100)]
    public string? Seat { get; init; }

    /// <inheritdoc/>
    [Id(120)]
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>The reviews of its record, in the order in which they were made: the number of each is its place, from 1.</summary>
    [Id(200)]
    public ImmutableArray<ReviewView> Reviews { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<ErasureField> ErasedFields => Erasure?.Gone ?? [];

    /// <summary>Whether somebody is on the line, whatever was made of the call.</summary>
    public bool Talking => AnsweredAt is not null && EndedAt is null;

    /// <summary>Since when the caller is to be called back; null: need not be.</summary>
    public DateTimeOffset? CallBackSince =>
        CallBackAsked && AnsweredAt is null && Disposition is null && CalledBackOn is null ? EndedAt : null;

    /// <summary>When it was over: it had ended, and it was said what became of it; null: it is not.</summary>
    public DateTimeOffset? OverAt => Disposition is { } said ? (EndedAt > said.At ? EndedAt : said.At) : null;

    /// <summary>The incident that it is joined to.</summary>
    public IncidentId? JoinedTo => Disposition is { } d && (Stays || Disposing.Joins(d.Kind)) ? d.IncidentId : null;

    /// <summary>The status: the first that holds of disposed, ended, answered, ringing.</summary>
    public CallStatus Status => this switch
    {
        { Disposition: not null } => CallStatus.Disposed,
        { EndedAt: not null } => CallStatus.Ended,
        { AnsweredAt: not null } => CallStatus.Answered,
        _ => CallStatus.Ringing,
    };

    /// <summary>A call of which nothing is known.</summary>
    public static CallState Initial(CallId id) => new(id, 0);

    /// <inheritdoc/>
    public DateTimeOffset? DueAt => Answer?.Next(plan: null);

    /// <inheritdoc/>
    public IStreamState Apply(object happened, DateTimeOffset occurredAt) => CallFold.Apply(this, happened, occurredAt);

    /// <inheritdoc/>
    public BoardEntry ToBoard() => CallViews.Board(this);

    /// <inheritdoc/>
    public Listing? Listing => CallListing.Of(this);

    /// <inheritdoc/>
    public DateTimeOffset? ListedAt => ReceivedAt;

    /// <inheritdoc/>
    public void AddRows(IStreamState before, NarrowRows rows) => CallRows.Add((CallState)before, this, rows);

    /// <inheritdoc/>
    ImmutableArray<Clock> IClockedState.Clocks => Answer is { } answer ? [answer] : [];

    /// <inheritdoc/>
    bool IClockedState.KeepsTime(object happened) => Version == 0 ? happened is CallReceived { Timing: not null } : Answer is not null;

    /// <inheritdoc/>
    IEnumerable<DecidedEvent> IClockedState.Withdrawals(DateTimeOffset now) => Answer is { } answer && ClockList.IsDisproved(answer, now)
        ? [new DecidedEvent(Stream, new ClockWithdrawn(answer.Stage, null, answer.DueAt!.Value, answer.LateMs(now), 0), now)]
        : [];
}
