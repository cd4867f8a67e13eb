using Tocsin.Commands;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.Incidents;

namespace Tocsin.Recommending;

/// <summary>The examples of recommendations and response plans.</summary>
internal static class RecommendationExamples
{
    /// <summary>A unit worth sending.</summary>
    public static RecommendationView Unit { get; } = new(
        ExampleScene.UnitId,
        EtaSeconds: 190,
        DistanceMeters: 1_480,
        ["1,480 m by its position of 8 s ago", "of the incident's own station S1"],
        [
            new Reason(ReasonCode.Position, "1,480 m by its position of 8 s ago") { Meters = 1_480, Seconds = 8 },
            new Reason(ReasonCode.OwnStation, "of the incident's own station S1") { Name = ExampleScene.Station },
        ]);

    /// <summary>A response plan.</summary>
    public static ResponsePlanView Plan { get; } = new(
        RunCardId.Of("theft"),
        Alarm: 1,
        Alarms: 2,
        [new PlanNeedView("Patrol", ["patrol"], [], 1, [], [Unit], [], 0, null, [])],
        [Passed]);

    /// <summary>The answer to a committed plan.</summary>
    public static PlanAnswer Committed { get; } = new(
        ExampleScene.Incident,
        [ExampleScene.UnitId],
        [new ReplacedUnit(ExampleScene.OtherUnitId, ExampleScene.UnitId, UnitRefusalCode.Busy, ExampleScene.OtherIncidentId)],
        []);

    private static PassedOverView Passed => new(
        ExampleScene.OtherUnitId,
        EtaSeconds: 120,
        DistanceMeters: 900,
        ["on incident 260131-0040, priority 1"],
        [
            new Reason(ReasonCode.Busy, "on incident 260131-0040, priority 1")
            {
                IncidentId = ExampleScene.OtherIncidentId,
                Number = "260131-0040",
                Priority = 1,
            },
        ]);

    /// <summary>What was learned of travel times.</summary>
    public static TravelModel Travel { get; } = new(
        Version: 1_769_817_600,
        LearnedAt: new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero),
        From: new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        To: new DateTimeOffset(2026, 1, 30, 23, 59, 0, TimeSpan.Zero),
        Journeys: 2_400,
        Corrected: true,
        SetupSeconds: 45,
        SecondsPerKm: 118.5,
        [new TravelFactor("patrol", 0.96, 2_100)],
        [new TravelFactor(ExampleScene.Station, 1.08, 640)],
        [new TravelFactor("08", 1.22, 180)],
        new TravelError(480, 71.5, 182.0, 12.4),
        new TravelError(480, 48.2, 139.7, -1.8));
}
