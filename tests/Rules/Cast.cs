using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Units;

namespace Tocsin.Tests.Rules;

/// <summary>The ids and the short commands of which the specifications are made.</summary>
internal static class Cast
{
    public static readonly IncidentId A = IncidentId.Of("inc-a");
    public static readonly IncidentId B = IncidentId.Of("inc-b");
    public static readonly IncidentId C = IncidentId.Of("inc-c");
    public static readonly UnitId One = UnitId.Of("P1");
    public static readonly UnitId Two = UnitId.Of("P2");
    public static readonly UnitId Three = UnitId.Of("P3");
    public static readonly CallId Ring = CallId.Of("call-1");
    public static readonly CallId Unanswered = CallId.Of("call-2");

    public static readonly Actor Supervisor = new("li", Roles.Supervisor);

    public static Actor UnitActor(UnitId unit) => new("device", Roles.Unit, unit);

    public static Actor StationActor(string? station) => new("desk", Roles.Station, Station: station);

    public static CreateIncident Creation(CallId? call = null, DateTimeOffset? at = null, string? station = null) =>
        new(call, "theft", 2, null, "words", station, false, at);

    public static ReportProgress Report(UnitId unit, AssignmentStage stage, DateTimeOffset? at = null) => new(unit, stage, at, null);

    /// <summary>The command, for the assignment with that number.</summary>
    public static ForAssignment For(int number, IncidentCommand command) => new(number, command);

    public static AssignUnits Assignment(params UnitId[] units) => new(units, AssignMode.All, null);

    public static GiveFeedback Feedback(UnitId unit, DateTimeOffset? at = null) =>
        new(unit, "settled", null, new Dictionary<string, double> { ["arrests"] = 1 }, at);

    public static CloseIncident Closure(DateTimeOffset? at = null) => new("handled", null, at);

    public static CorrectStage Correction(UnitId unit, CorrectableStage stage, DateTimeOffset? to) => new(unit, stage, to, "wrong press");

    /// <summary>A centre with incidents A and B and the units P1 (station north), P2 (south), P3 (none), on duty.</summary>
    public static Centre Ready(TimingPolicy? timing = null)
    {
        var centre = new Centre { Timing = timing };
        Done(centre.Do(A, Creation()));
        Done(centre.Do(B, Creation()));
        foreach (var (unit, station) in new[] { (One, "north"), (Two, "south"), (Three, (string?)null) })
        {
            Done(centre.Do(unit, new RegisterUnit(unit.Value, "patrol", station, ["taser"], null)));
            Done(centre.Do(unit, OnDuty()));
        }

        return centre;
    }

    public static SetDuty OnDuty(string? outOfService = null, DateTimeOffset? at = null, params string[] crew) =>
        new(true, crew, outOfService, at);

    public static SetDuty OffDuty(DateTimeOffset? at = null) => new(false, [], null, at);

    /// <summary>Takes P1 on A to a stage, a minute for each step.</summary>
    public static Centre At(AssignmentStage stage)
    {
        var centre = Ready();
        Done(centre.Do(A, Assignment(One)));
        if (stage == AssignmentStage.Diverted)
        {
            Later(centre);
            Done(centre.Do(A, new DivertUnit(One, B, null, null)));
            return centre;
        }

        AssignmentStage[] way = stage.IsActive()
            ? [.. Enum.GetValues<AssignmentStage>().Where(s => s > AssignmentStage.Assigned && s <= stage)]
            : [stage];
        foreach (var step in way)
        {
            Later(centre);
            Done(centre.Do(A, Report(One, step)));
        }

        Later(centre);
        return centre;
    }

    public static void Later(Centre centre) => centre.Now += TimeSpan.FromMinutes(1);

    public static Decision Done(Decision decision)
    {
        Assert.Null(decision.Refusal);
        Assert.NotEmpty(decision.Events);
        return decision;
    }

    public static void Nothing(Decision decision)
    {
        Assert.Null(decision.Refusal);
        Assert.Empty(decision.Events);
    }

    public static Refusal Refused(RefusalCode code, Decision decision)
    {
        Assert.NotNull(decision.Refusal);
        Assert.Equal(code, decision.Refusal.Code);
        Assert.Empty(decision.Events);
        Assert.Empty(decision.Personal);
        return decision.Refusal;
    }

    public static void Refused(RefusalCode code, string field, Decision decision) =>
        Assert.Equal(field, Assert.Single(Refused(code, decision).Errors).Field);

    public static string[] Kinds(Decision decision) => [.. decision.Events.Select(h => $"{h.Stream} {h.Event.GetType().Name}")];

    /// <summary>A value as the contract writes it.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static AssignmentView Of(Centre centre, IncidentId incident, int ordinal = 0) => centre.View(incident).Assignments[ordinal];
}
