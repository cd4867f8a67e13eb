using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Messages;
using Tocsin.Places;

namespace Tocsin.Units;

/// <summary>What the events of one unit come to.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.UnitState")]
public sealed record UnitState([property: Id(0)] UnitId Id, [property: Id(1)] int Version) : IStreamState
{
    /// <summary>As Orleans begins one that it reads: what a process of an earlier version does not send has its default.</summary>
    public UnitState()
        : this(default, 0)
    {
    }

    /// <summary>
    /// The number of the rules that fold a unit: raised whenever the same events would come to another state, so that older snapshots are
    /// ignored.
    /// </summary>
    public const int RulesNumber = 3;

    /// <inheritdoc/>
    [JsonIgnore]
    public StreamId Stream => Id.Stream;

    /// <summary>What is said on the radio.</summary>
    [Id(2)]
    public string CallSign { get; init; } = "";

    /// <summary>What it is.</summary>
    [Id(3)]
    public string Kind { get; init; } = "";

    /// <summary>Its station.</summary>
    [Id(4)]
    public string? Station { get; init; }

    /// <summary>What it can do.</summary>
    [Id(5)]
    public ImmutableArray<string> Capabilities { get; init; } = [];

    /// <summary>Where it stands when it has no position.</summary>
    [Id(6)]
    public GeoPoint? Home { get; init; }

    /// <summary>Whether it is on duty.</summary>
    [Id(7)]
    public bool OnDuty { get; init; }

    /// <summary>A keyed digest of each name of its crew.</summary>
    [Id(8)]
    public ImmutableArray<string> Crew { get; init; } = [];

    /// <summary>Why it is out of service, else null.</summary>
    [Id(9)]
    public string? OutOfService { get; init; }

    /// <summary>The incident of its active assignment.</summary>
    [Id(10)]
    public IncidentId? IncidentId { get; init; }

    /// <summary>How far that assignment is.</summary>
    [Id(11)]
    public AssignmentStage? Stage { get; init; }

    /// <summary>The newest messages to and from it.</summary>
    [Id(12)]
    public ImmutableArray<KeptMessage> Messages { get; init; } = [];

    /// <summary>The incident about its distress, while that is open.</summary>
    [Id(13)]
    public IncidentId? PanicIncidentId { get; init; }

    /// <summary>When that was first raised.</summary>
    [Id(14)]
    public DateTimeOffset PanicAt { get; init; }

    /// <summary>Whether it is retired.</summary>
    [Id(15)]
    public bool Retired { get; init; }

    /// <summary>Whether it is a neighbour's, which the end of its duty retires.</summary>
    [Id(16)]
    public bool Visiting { get; init; }

    /// <summary>Whose unit it is; null for the centre's own.</summary>
    [Id(17)]
    public string? Agency { get; init; }

    /// <summary>The status.</summary>
    [JsonIgnore]
    public UnitStatus Status => this switch
    {
        { IncidentId: not null, Stage: AssignmentStage.OnScene } => UnitStatus.OnScene,
        { IncidentId: not null, Stage: AssignmentStage.EnRoute } => UnitStatus.EnRoute,
        { IncidentId: not null } => UnitStatus.Assigned,
        { OnDuty: false } => UnitStatus.OffDuty,
        { OutOfService: not null } => UnitStatus.OutOfService,
        _ => UnitStatus.Available,
    };

    /// <inheritdoc/>
    [JsonIgnore]
    public IReadOnlyList<string> Claims => Version == 0 || Retired ? [] : [CallSigns.Claim(CallSign)];

    /// <inheritdoc/>
    [JsonIgnore]
    public bool MayLackClaims => true;

    /// <summary>A unit of which nothing is known.</summary>
    public static UnitState Initial(UnitId id) => new(id, 0);

    /// <inheritdoc/>
    public IStreamState Apply(object happened, DateTimeOffset occurredAt) => UnitFold.Apply(this, happened, occurredAt);

    /// <inheritdoc/>
    public BoardEntry ToBoard() => UnitViews.Board(this);

    // Most events change no call sign: then no name is made.
    IEnumerable<ClaimChange> IStreamState.ClaimChanges(IStreamState before) =>
        before is UnitState { Version: > 0 } unit && unit.CallSign == CallSign && unit.Retired == Retired
            ? []
            : ClaimChange.Between(Stream, before.Claims, Claims);

    /// <inheritdoc/>
    public void AddRows(IStreamState before, NarrowRows rows)
    {
        // A unit's responses are rows of their incidents.
    }
}
