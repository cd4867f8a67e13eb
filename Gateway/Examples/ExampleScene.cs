using System.Text.Json;
using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Places;
using Tocsin.Units;

namespace Tocsin.Examples;

/// <summary>
/// The story that all examples of the OpenAPI document tell: a theft is reported by telephone, unit P07 is sent and arrives. They are
/// values of the product's own records, so that a change of the contract changes them or does not compile.
/// </summary>
internal static class ExampleScene
{
    /// <summary>When the call was answered and the incident received.</summary>
    public static readonly DateTimeOffset ReceivedAt = new(2026, 1, 31, 8, 15, 30, TimeSpan.Zero);

    /// <summary>When the unit arrived.</summary>
    public static readonly DateTimeOffset OnSceneAt = ReceivedAt.AddSeconds(402);

    /// <summary>The incident.</summary>
    public static readonly IncidentId IncidentId = IncidentId.Of("3f0a7c1e5d9b4286a1c07e64f2b85d93");

    /// <summary>Another incident nearby.</summary>
    public static readonly IncidentId OtherIncidentId = IncidentId.Of("b86d12f40a9e4c73915e2d7f60c3a8b1");

    /// <summary>The call.</summary>
    public static readonly CallId CallId = CallId.Of("9c41e07b2fd84a56b3e8170d5a6fc294");

    /// <summary>The unit that is sent.</summary>
    public static readonly UnitId UnitId = UnitId.Of("P07");

    /// <summary>A unit of another station.</summary>
    public static readonly UnitId OtherUnitId = UnitId.Of("P11");

    /// <summary>The station to which the incident belongs.</summary>
    public const string Station = "S1";

    /// <summary>The timing policy.</summary>
    public const string Policy = "110-city";

    /// <summary>Where the incident is.</summary>
    public static readonly Location Place = new(36.53, 113.05, "太行路 12 号");

    /// <summary>The area of the station: GeoJSON.</summary>
    public static readonly JsonElement Area = JsonElement.Parse(
        """{"type": "Polygon", "coordinates": [[[113.0, 36.4], [113.2, 36.4], [113.2, 36.6], [113.0, 36.4]]]}""");

    /// <summary>The incident while the unit is on scene.</summary>
    public static IncidentView Incident { get; } = new(
        IncidentId,
        "260131-0042",
        IncidentStatus.OnScene,
        "盗窃",
        2,
        Place,
        "Shop window broken; the caller saw two people run away.",
        Station,
        AreaClass.City,
        ReceivedAt,
        null,
        null,
        Exercise: false,
        Historic: false,
        CallCount: 1,
        [new CallerView(CallId, "03555550142", ReceivedAt)],
        [Assignment],
        [],
        [],
        [Clock],
        null,
        Version: 6,
        Policy,
        Reference: new IncidentReference("neighbour-cad", "19027815"))
    {
        Parties = [PartyExamples.Party],
        EvidenceCount = 1,
        Involved = [new InvolvedStation(Station, OverAt: null)],
        Owner = Station,
        Loop =
        [
            new LoopStepView(LoopStep.Assess, "li", ReceivedAt.AddSeconds(20), DueAt: null, Late: false),
            new LoopStepView(LoopStep.Assign, "wang", ReceivedAt.AddSeconds(45), ReceivedAt.AddSeconds(60), Late: false),
            new LoopStepView(LoopStep.Supervise, By: null, At: null, DueAt: null, Late: false),
            new LoopStepView(LoopStep.Handle, By: null, At: null, ReceivedAt.AddMinutes(40), Late: false),
            new LoopStepView(LoopStep.Conclude, By: null, At: null, DueAt: null, Late: false),
        ],
    };

    /// <summary>The unit while it is on scene.</summary>
    public static UnitView Unit { get; } = new(
        UnitId,
        "Patrol 7",
        "patrol",
        Station,
        ["firstAid"],
        new GeoPoint(36.52, 113.04),
        ["Li Na", "Zhao Lei"],
        UnitStatus.OnScene,
        IncidentId,
        new PositionView(36.53, 113.05, OnSceneAt, Speed: 0, Heading: 90, Stale: false, Accuracy: 8, Source: "gps"),
        Version: 12,
        null,
        Reporting: new UnitReporting(OnSceneAt, new RejectedReport("noFix", OnSceneAt.AddMinutes(-4))));

    /// <summary>The call after it was joined to the incident.</summary>
    public static CallView Call { get; } = new(
        CallId,
        CallStatus.Disposed,
        "03555550142",
        "110-1",
        ReceivedAt.AddSeconds(-6),
        ReceivedAt,
        null,
        Place,
        "Shop window broken.",
        IncidentId,
        new DispositionView(DispositionKind.Incident, IncidentId, null, ReceivedAt.AddSeconds(40)),
        [],
        Version: 4,
        Talking: true,
        AnsweredBy: "wang");

    private static AssignmentView Assignment => new(
        UnitId,
        AssignmentStage.OnScene,
        ReceivedAt.AddSeconds(55),
        ReceivedAt.AddSeconds(70),
        ReceivedAt.AddSeconds(95),
        OnSceneAt,
        null,
        null,
        Station,
        N: 1);

    private static ClockView Clock => new(
        ClockStage.Arrive,
        null,
        ClockState.Met,
        ReceivedAt.AddSeconds(55),
        ReceivedAt.AddSeconds(535),
        ReceivedAt.AddSeconds(655),
        OnSceneAt,
        null,
        Silent: false,
        null,
        null,
        null);
}
