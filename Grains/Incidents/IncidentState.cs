using System.Collections.Immutable;
using Tocsin.Clocks;
using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Erasing;
using Tocsin.Evidence;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Messages;
using Tocsin.Places;
using Tocsin.Quality;

namespace Tocsin.Incidents;

/// <summary>What the events of one incident come to.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.IncidentState")]
public sealed record IncidentState([property: Id(0)] IncidentId Id, [property: Id(1)] int Version) : IEvidenceState, IClockedState
{
    /// <summary>As Orleans begins one that it reads: what a process of an earlier version does not send has its default.</summary>
    public IncidentState()
        : this(default, 0)
    {
    }

    /// <inheritdoc/>
    public StreamId Stream => Id.Stream;

    /// <summary>What people say aloud.</summary>
    [Id(2)]
    public string Number { get; init; } = "";

    /// <summary>The category (nature).</summary>
    [Id(3)]
    public string Category { get; init; } = "";

    /// <summary>1 (most urgent) to 4.</summary>
    [Id(4)]
    public int Priority { get; init; }

    /// <summary>Where; null when not known yet.</summary>
    [Id(5)]
    public Location? Location { get; init; }

    /// <summary>What is going on.</summary>
    [Id(6)]
    public string? Narrative { get; init; }

    /// <summary>The station that it belongs to.</summary>
    [Id(7)]
    public string? Station { get; init; }

    /// <summary>The class of the area.</summary>
    [Id(8)]
    public AreaClass? AreaClass { get; init; }

    /// <summary>The station was named, and does not follow the place.</summary>
    [Id(9)]
    public bool StationGiven { get; init; }

    /// <summary>The timing policy that it keeps.</summary>
    [Id(10)]
    public string? Policy { get; init; }

    /// <summary>A drill or a probe.</summary>
    [Id(11)]
    public bool Exercise { get; init; }

    /// <summary>Its receipt lay more than <c>Tocsin:HistoricAfter</c> back.</summary>
    [Id(12)]
    public bool Historic { get; init; }

    /// <summary>When it was received.</summary>
    [Id(13)]
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it was closed; null while it is open.</summary>
    [Id(14)]
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How it was closed; null while it is open.</summary>
    [Id(15)]
    public string? Disposition { get; init; }

    /// <summary>The calls that are joined to it, in the order in which they were.</summary>
    [Id(16)]
    public ImmutableArray<JoinedCall> Calls { get; init; } = [];

    /// <summary>Its assignments, in the order in which they were made.</summary>
    [Id(17)]
    public ImmutableArray<AssignmentView> Assignments { get; init; } = [];

    /// <summary>The feedback that stands, in the order in which it was given.</summary>
    [Id(18)]
    public ImmutableArray<GivenFeedback> Feedback { get; init; } = [];

    /// <summary>Its links, in the order in which they were made.</summary>
    [Id(19)]
    public ImmutableArray<LinkView> Links { get; init; } = [];

    /// <summary>1 since it was made, one more at each reopening: the status looks only at the newest episode.</summary>
    [Id(20)]
    public int Episode { get; init; } = 1;

    /// <summary>When the episode began: its receipt, or the reopening.</summary>
    [Id(21)]
    public DateTimeOffset EpisodeAt { get; init; }

    /// <summary>The place of the episode's first assignment.</summary>
    [Id(22)]
    public int EpisodeFirst { get; init; }

    /// <summary>The timing policy that it keeps; null: it has no other limits than <see cref="Unattended"/>.</summary>
    [Id(23)]
    public TimingPolicy? Timing { get; init; }

    /// <summary>Its clocks, in the order in which they came.</summary>
    [Id(24)]
    public ImmutableArray<Clock> Clocks { get; init; } = [];

    /// <summary>1 since it was made, one more each time it becomes unattended: the clocks of assignment and arrival begin again.</summary>
    [Id(25)]
    public int Round { get; init; }

    /// <summary>When the round began.</summary>
    [Id(26)]
    public DateTimeOffset RoundAt { get; init; }

    /// <summary>The place of the round's first assignment.</summary>
    [Id(27)]
    public int RoundFirst { get; init; }

    /// <summary>Who took over its supervision, the newest.</summary>
    [Id(28)]
    public SupervisionView? Supervision { get; init; }

    /// <summary>The newest messages on it.</summary>
    [Id(29)]
    public ImmutableArray<KeptMessage> Messages { get; init; } = [];

    /// <summary>How many messages there were.</summary>
    [Id(30)]
    public int MessageCount { get; init; }

    /// <summary>The unit that it is about, when somebody of it is in distress.</summary>
    [Id(31)]
    public UnitId? PanicUnitId { get; init; }

    /// <summary>How the place of that distress is known; null once somebody has put it right by hand.</summary>
    [Id(32)]
    public LocatedView? Located { get; init; }

    /// <summary>
    /// The built-in limits on <c>assign</c>, where the policy gives none; null: it was made before there were any, and not given them.
    /// </summary>
    [Id(33)]
    public UnattendedLimits? Unattended { get; init; }

    /// <summary>No clock of <c>assign</c> counts from before this: when the built-in limits were given; null: with the incident.</summary>
    [Id(34)]
    public DateTimeOffset? AssignFrom { get; init; }

    /// <summary>When the distress was raised that it is about, and by when it must be seen; null where no clock watches one.</summary>
    [Id(35)]
    public DistressRaised? Distress { get; init; }

    /// <summary>Who has seen the distress; null while nobody has.</summary>
    [Id(36)]
    public string? AcknowledgedBy { get; init; }

    /// <summary>When it was seen.</summary>
    [Id(37)]
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>A fact before the start of its clock makes the clock void and suspect; false in incidents of earlier versions.</summary>
    [Id(38)]
    public bool Suspects { get; init; }

    /// <summary>Its number in another system.</summary>
    [Id(39)]
    public IncidentReference? Reference { get; init; }

    /// <summary>How far its newest erasure has come; null where none was asked for.</summary>
    [Id(40)]
    public ErasureView? Erasure { get; init; }

    /// <inheritdoc/>
    [Id(41)]
    public int Erasures { get; init; }

    /// <summary>Whether it was an incident, as its outcome says; null while it is open.</summary>
    [Id(100)]
    public bool? Valid { get; init; }

    /// <summary>Its parties, in the order in which they were added: the number of each is its place, from 1.</summary>
    [Id(120)]
    public ImmutableArray<PartyFacts> Parties { get; init; } = [];

    /// <inheritdoc/>
    [Id(121)]
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>The directives that hang on it, in the order in which they were issued.</summary>
    [Id(140)]
    public ImmutableArray<KeptDirective> Directives { get; init; } = [];

    /// <summary>The station or body that answers for it.</summary>
    [Id(180)]
    public string? Owner { get; init; }

    /// <summary>The newest assessment.</summary>
    [Id(181)]
    public LoopMark? Assessed { get; init; }

    /// <summary>The newest urging.</summary>
    [Id(182)]
    public LoopMark? Urged { get; init; }

    /// <summary>Who closed it; null while it is open, and where an earlier version closed it.</summary>
    [Id(183)]
    public string? ClosedBy { get; init; }

    /// <summary>Who assigned the unit of each assignment, at its place; null where an earlier version did.</summary>
    [Id(184)]
    public ImmutableArray<string?> AssignedBy { get; init; } = [];

    /// <summary>The newest operation; null before the first.</summary>
    [Id(185)]
    public OperationView? Operation { get; init; }

    /// <summary>The directives that are its tasks, in the order in which they were given.</summary>
    [Id(186)]
    public ImmutableArray<DirectiveId> Tasks { get; init; } = [];

    /// <summary>Its call-backs, in the order in which they were made: the number of each is its place, from 1.</summary>
    [Id(200)]
    public ImmutableArray<CallBackView> CallBacks { get; init; } = [];

    /// <summary>The reviews of its record, likewise.</summary>
    [Id(201)]
    public ImmutableArray<ReviewView> Reviews { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<ErasureField> ErasedFields => Erasure?.Gone ?? [];

    /// <summary>Whether it is closed.</summary>
    public bool Closed => ClosedAt is not null;

    /// <summary>Whether it has an operation.</summary>
    public OperationStage OperationStage => Operation is null ? OperationStage.None
        : Operation.ClosedAt is null ? OperationStage.Open
        : OperationStage.Closed;

    /// <summary>An incident of which nothing is known.</summary>
    public static IncidentState Initial(IncidentId id) => new(id, 0);

    /// <inheritdoc/>
    public DateTimeOffset? DueAt => Clocks.Next(Escalation);

    /// <summary>When an overdue clock is brought to whom; null where nothing gives a limit.</summary>
    public EscalationPlan? Escalation => Timing?.Escalation ?? (HasLimits ? EscalationPlan.Default : null);

    /// <summary>Whether anything gives limits: without them no clock is kept.</summary>
    public bool HasLimits => Timing is not null || Unattended is not null || Distress is not null;

    /// <inheritdoc/>
    public IStreamState Apply(object happened, DateTimeOffset occurredAt) => IncidentFold.Apply(this, happened, occurredAt);

    /// <inheritdoc/>
    public BoardEntry ToBoard() => IncidentViews.Board(this);

    /// <inheritdoc/>
    public Listing? Listing => IncidentListing.Of(this);

    /// <inheritdoc/>
    public DateTimeOffset? ListedAt => ReceivedAt;

    /// <inheritdoc/>
    public ListingChange? ListingChange(IStreamState before) => IncidentListing.Change((IncidentState)before, this);

    /// <inheritdoc/>
    public void AddRows(IStreamState before, NarrowRows rows) => IncidentRows.Add((IncidentState)before, this, rows);

    /// <inheritdoc/>
    bool IClockedState.KeepsTime(object happened) => Version == 0
        ? happened is IncidentCreated made && (made.Timing is not null || made.Unattended is not null || made.Distress is not null)
        : HasLimits;

    /// <inheritdoc/>
    IEnumerable<DecidedEvent> IClockedState.Withdrawals(DateTimeOffset now)
    {
        foreach (var clock in Clocks)
        {
            if (ClockList.IsDisproved(clock, now))
            {
                var dueAt = clock.DueAt ?? clock.StartedAt;
                yield return new DecidedEvent(Stream, new ClockWithdrawn(clock.Stage, clock.Unit, dueAt, clock.LateMs(now), 0), now);
            }
        }
    }

    /// <summary>
    /// The place of the assignment that a command for the unit means: its active one, else its latest; -1 when it never had one.
    /// </summary>
    public int AssignmentOf(UnitId unit)
    {
        var latest = -1;
        for (var i = Assignments.Length - 1; i >= 0; i--)
        {
            if (Assignments[i].UnitId != unit)
                continue;
            if (Assignments[i].Stage.IsActive())
                return i;
            latest = latest < 0 ? i : latest;
        }

        return latest;
    }

    /// <summary>
    /// The place of the assignment with that number, where it is this unit's, else -1; without a number that of
    /// <see cref="AssignmentOf(UnitId)"/>.
    /// </summary>
    public int AssignmentOf(UnitId unit, int? number) => number is not { } n ? AssignmentOf(unit)
        : n >= 1 && n <= Assignments.Length && Assignments[n - 1].UnitId == unit ? n - 1
        : -1;

    /// <summary>
    /// The number that an event must carry to be folded into the assignment at this place; null when it gets there by its unit alone.
    /// </summary>
    public int? NumberOf(int place) => AssignmentOf(Assignments[place].UnitId) == place ? null : place + 1;
}
