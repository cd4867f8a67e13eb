using System.Collections.Immutable;
using Tocsin.Clocks;
using Tocsin.Deciding;
using Tocsin.Evidence;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Places;

namespace Tocsin.Directives;

/// <summary>What the events of one directive come to.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.DirectiveState")]
public sealed record DirectiveState([property: Id(0)] DirectiveId Id, [property: Id(1)] int Version) : IEvidenceState, IClockedState
{
    /// <summary>As Orleans begins one that it reads: what a process of an earlier version does not send has its default.</summary>
    public DirectiveState()
        : this(default, 0)
    {
    }

    /// <inheritdoc/>
    public StreamId Stream => Id.Stream;

    /// <summary>What people say aloud.</summary>
    [Id(2)]
    public string Number { get; init; } = "";

    /// <summary>The first directive that was issued with it.</summary>
    [Id(3)]
    public DirectiveId Group { get; init; }

    /// <summary>The kind.</summary>
    [Id(4)]
    public string Kind { get; init; } = "";

    /// <summary>To whom it goes.</summary>
    [Id(5)]
    public DirectiveTo To { get; init; } = new(null, null, null);

    /// <summary>The station that it concerns: the recipient, or the unit's own when it was issued.</summary>
    [Id(6)]
    public string? ToStation { get; init; }

    /// <summary>Who issued it.</summary>
    [Id(7)]
    public DirectiveFrom From { get; init; } = new("", "", null);

    /// <summary>What is to be done.</summary>
    [Id(8)]
    public string Text { get; init; } = "";

    /// <summary>The incident that it hangs on.</summary>
    [Id(9)]
    public IncidentId? IncidentId { get; init; }

    /// <summary>The call that it hangs on.</summary>
    [Id(10)]
    public CallId? CallId { get; init; }

    /// <summary>The deployment that made it.</summary>
    [Id(11)]
    public string? DeploymentId { get; init; }

    /// <summary>The post that it is for.</summary>
    [Id(12)]
    public string? PostId { get; init; }

    /// <summary>Where.</summary>
    [Id(13)]
    public Location? Place { get; init; }

    /// <summary>The numbers of the parties that it is about.</summary>
    [Id(14)]
    public ImmutableArray<int> Parties { get; init; } = [];

    /// <summary>What is to be taken along.</summary>
    [Id(15)]
    public ImmutableArray<string> Equipment { get; init; } = [];

    /// <summary>The dangers of which the recipient was told.</summary>
    [Id(16)]
    public ImmutableArray<CautionView> Cautions { get; init; } = [];

    /// <summary>What a record lacks.</summary>
    [Id(17)]
    public ImmutableArray<string> Fields { get; init; } = [];

    /// <summary>The limits of its clocks.</summary>
    [Id(18)]
    public DirectiveClockLimits? Limits { get; init; }

    /// <summary>Until when it is in force.</summary>
    [Id(19)]
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>When the next report is due.</summary>
    [Id(20)]
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>A final report concludes it.</summary>
    [Id(21)]
    public bool AutoConclude { get; init; }

    /// <summary>Others on the same affair see its text and reports.</summary>
    [Id(22)]
    public bool Shared { get; init; }

    /// <summary>The directive in whose place it was issued.</summary>
    [Id(23)]
    public DirectiveId? Replaces { get; init; }

    /// <summary>A drill.</summary>
    [Id(24)]
    public bool Exercise { get; init; }

    /// <summary>Its issue lay more than <c>Tocsin:HistoricAfter</c> back.</summary>
    [Id(25)]
    public bool Historic { get; init; }

    /// <summary>When it was issued.</summary>
    [Id(26)]
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>When it was signed for.</summary>
    [Id(27)]
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>By whom.</summary>
    [Id(28)]
    public string? SignedBy { get; init; }

    /// <summary>When the first final report was given.</summary>
    [Id(29)]
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>When it was over.</summary>
    [Id(30)]
    public DateTimeOffset? OverAt { get; init; }

    /// <summary>How it ended: concluded, refused or withdrawn; null while it is open.</summary>
    [Id(31)]
    public DirectiveStatus? Ended { get; init; }

    /// <summary>The outcome of its conclusion, else of its newest report.</summary>
    [Id(32)]
    public string? Outcome { get; init; }

    /// <summary>The newest reports, oldest first.</summary>
    [Id(33)]
    public ImmutableArray<DirectiveReport> Reports { get; init; } = [];

    /// <summary>How many reports there were.</summary>
    [Id(34)]
    public int ReportCount { get; init; }

    /// <summary>Who took it over at a recipient's that signs in nowhere here.</summary>
    [Id(35)]
    public DirectiveReceipt? Receipt { get; init; }

    /// <summary>Its clocks, in the order in which they came.</summary>
    [Id(36)]
    public ImmutableArray<Clock> Clocks { get; init; } = [];

    /// <summary>What the timing policy says of directives of this kind.</summary>
    [Id(37)]
    public TimingPolicy? Timing { get; init; }

    /// <summary>When an overdue clock is brought to which level; null: it is brought to nobody.</summary>
    [Id(38)]
    public EscalationPlan? Escalation { get; init; }

    /// <summary>Nobody of the recipient signs in here.</summary>
    [Id(39)]
    public bool External { get; init; }

    /// <summary>The newest returns, oldest first.</summary>
    [Id(40)]
    public ImmutableArray<DirectiveReturn> Returns { get; init; } = [];

    /// <summary>Its report was given back, and no final one came since.</summary>
    [Id(41)]
    public bool GivenBack { get; init; }

    /// <summary>That the recipient refused it.</summary>
    [Id(42)]
    public DirectiveRefusal? Refusal { get; init; }

    /// <summary>The first directive that was issued in its place.</summary>
    [Id(43)]
    public DirectiveId? ReplacedBy { get; init; }

    /// <summary>When a look-out found what was sought; null while it did not, and once that was given back.</summary>
    [Id(44)]
    public DateTimeOffset? HitAt { get; init; }

    /// <summary>The newest refusal, return or hit lay too far back to alarm anybody.</summary>
    [Id(45)]
    public bool CameBackSilently { get; init; }

    /// <inheritdoc/>
    [Id(120)]
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>When its station first sent units; only on a <c>handle</c>.</summary>
    [Id(160)]
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When its newest report was given back; null: none was.</summary>
    public DateTimeOffset? ReturnedAt => Returns is [.., var newest] ? newest.At : null;

    /// <summary>
    /// Since when it waits for its issuer, or for another report: it was refused, given back, or a look-out hit; null: it does not.
    /// </summary>
    public DateTimeOffset? CameBackAt => CameBackSilently ? null : this switch
    {
        { Status: DirectiveStatus.Refused, ReplacedBy: null } => OverAt,
        { Open: true, GivenBack: true } => ReturnedAt,
        { Status: DirectiveStatus.Reported } => HitAt,
        _ => null,
    };

    /// <summary>Since when it stands among what is late: a clock ran out, or it came back; null: it does not.</summary>
    public DateTimeOffset? LateAt => Clocks.Where(c => c.IsLate).Select(c => c.DueAt).Append(CameBackAt).Min();

    /// <summary>Whether who signs for it must name who took it over.</summary>
    public bool NeedsReceipt => External || Kind == DirectiveKinds.Transfer;

    /// <summary>Whether it stands for an assignment on its incident until its station sends.</summary>
    public bool IsHandle => Kind == DirectiveKinds.Handle;

    /// <summary>
    /// For a <c>handle</c>: the first limit that passed without a signature or a first sending; since then it hides its incident no more.
    /// Null: none did, or a word of before shows that none did. A silent clock never fires, and hides nothing either.
    /// </summary>
    public DateTimeOffset? OverdueSince => IsHandle
        ? Clocks.Where((c, i) => DirectiveClocks.IsOfStanding(Clocks, i) && (c.Fired || (c.Silent && !(c.EndedAt <= c.DueAt))))
            .Min(c => c.DueAt)
        : null;

    /// <summary>Whether it is reported on again and again, until one report is final.</summary>
    public bool IsFollowUp => Kind == DirectiveKinds.FollowUp;

    /// <summary>How it stands.</summary>
    public DirectiveStatus Status => this switch
    {
        { Ended: { } ended } => ended,
        { ReportedAt: not null, GivenBack: false } => DirectiveStatus.Reported,
        { SignedAt: not null } => DirectiveStatus.Signed,
        _ => DirectiveStatus.Issued,
    };

    /// <summary>Whether it is neither concluded nor refused nor withdrawn.</summary>
    public bool Open => Ended is null;

    /// <summary>When it ends by itself; null: it does not, is over, or a hit waits for an answer.</summary>
    public DateTimeOffset? ExpiresAt =>
        Open && Kind == DirectiveKinds.LookOut && (HitAt is null || Status != DirectiveStatus.Reported) ? ValidUntil : null;

    /// <inheritdoc/>
    public DateTimeOffset? DueAt => Clocks.Next(Escalation) is { } clock && !(ExpiresAt < clock) ? clock : ExpiresAt;

    /// <inheritdoc/>
    public Listing? Listing => Version == 0 ? null : DirectiveListing.Of(this);

    /// <inheritdoc/>
    public IReadOnlyList<string> Claims => Version == 0 ? [] : DirectiveListing.Claims(this);

    /// <summary>A directive of which nothing is known.</summary>
    public static DirectiveState Initial(DirectiveId id) => new(id, 0);

    /// <inheritdoc/>
    public IStreamState Apply(object happened, DateTimeOffset occurredAt) => DirectiveFold.Apply(this, happened, occurredAt);

    /// <inheritdoc/>
    public BoardEntry ToBoard() => DirectiveViews.Board(this);

    /// <inheritdoc/>
    bool IClockedState.KeepsTime(object happened) => happened is DirectiveEvent;

    /// <inheritdoc/>
    IEnumerable<DecidedEvent> IClockedState.Withdrawals(DateTimeOffset now) =>
        from clock in Clocks
        where ClockList.IsDisproved(clock, now)
        let withdrawn = new ClockWithdrawn(clock.Stage, clock.Unit, clock.DueAt ?? clock.StartedAt, clock.LateMs(now), 0)
        select new DecidedEvent(Stream, withdrawn, now);
}
