using System.Globalization;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Clocks;

/// <summary>
/// A day told in words, with limits on every stage: <c>+1@10</c> assigns unit 1 ten seconds after the receipt of A,
/// <c>there1@400&lt;300</c> is typed at 400 and happened at 300. What is due on the way is fired at its very instant, as an alarm would.
/// </summary>
internal static class ClockDay
{
    /// <summary>One limit on each stage.</summary>
    public static TimingPolicy Every { get; } = Policy(
        Row(ClockStage.Answer, 20),
        Row(ClockStage.Assign, 60) with { WarnSeconds = 40 },
        Row(ClockStage.Acknowledge, 30),
        Row(ClockStage.Turnout, 90),
        Row(ClockStage.Arrive, 300),
        Row(ClockStage.Feedback, 600),
        Row(ClockStage.Conclude, 3600));

    public static TimingPolicy Policy(params TimingLimit[] limits) => new("every", 1, limits, new EscalationPlan(0, 60, 300));

    public static TimingLimit Row(ClockStage stage, int limitSeconds) => new(stage, null, null, null, limitSeconds, null, []);

    /// <summary>The centre at an instant of that day, in seconds.</summary>
    public static Centre At(double end, string script, TimingPolicy? policy = null)
    {
        var centre = Ready(policy ?? Every);
        foreach (var word in script.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Say(centre, word);
        Until(centre, end);
        return centre;
    }

    /// <summary>One word of the story; what is refused is a mistake of the specification.</summary>
    public static Decision Say(Centre centre, string word)
    {
        var parts = word.Split('@', '<');
        Until(centre, Number(parts[1]));
        DateTimeOffset? at = parts.Length > 2 ? Centre.Start.AddSeconds(Number(parts[2])) : null;
        var unit = parts[0].EndsWith('2') ? Two : One;
        return Done(centre.Do(A, Command(parts[0].TrimEnd('1', '2'), unit, at)));
    }

    /// <summary>Lets time go on, and fires whatever is due on the way, in order.</summary>
    public static void Until(Centre centre, double seconds)
    {
        var end = Centre.Start.AddSeconds(seconds);
        while (centre.State(A).DueAt is { } due && due <= end)
        {
            centre.Now = due > centre.Now ? due : centre.Now;
            Done(centre.Do(A, FireClocks.Instance, Actor.System));
        }

        centre.Now = end;
    }

    /// <summary>The clocks of a stage as they are shown.</summary>
    public static List<ClockView> Of(Centre centre, ClockStage stage) => [.. centre.View(A).Clocks.Where(c => c.Stage == stage)];

    /// <summary>What A's clocks said so far, in order: <c>Overdue Assign 60</c>, the limit in seconds.</summary>
    public static string[] Said(Centre centre) => [.. centre.Journal.Where(h => h.Stream == A.Stream).Select(h => h.Event switch
    {
        Tocsin.Incidents.ClockWarning e => $"Warning {e.Stage} {Seconds(e.DueAt)}",
        Tocsin.Incidents.ClockOverdue e => $"Overdue {e.Stage} {Seconds(e.DueAt)}",
        Tocsin.Incidents.ClockWithdrawn e => $"Withdrawn {e.Stage} {Seconds(e.DueAt)}",
        ClockEscalated e => $"{e.Level} {e.Stage} {Seconds(e.DueAt)}",
        _ => "",
    }).Where(s => s.Length > 0)];

    public static double? Seconds(DateTimeOffset? at) => (at - Centre.Start)?.TotalSeconds;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static IncidentCommand Command(string word, UnitId unit, DateTimeOffset? at) => word switch
    {
        "+" => new AssignUnits([unit], AssignMode.All, at),
        "ack" => Report(unit, AssignmentStage.Acknowledged, at),
        "go" => Report(unit, AssignmentStage.EnRoute, at),
        "there" => Report(unit, AssignmentStage.OnScene, at),
        "end" => Report(unit, AssignmentStage.Cleared, at),
        "no" => Report(unit, AssignmentStage.Declined, at),
        "back" => Report(unit, AssignmentStage.Cancelled, at),
        "to" => new DivertUnit(unit, B, at, null),
        "say" => Cast.Feedback(unit, at),
        "close" => Closure(at),
        "open" => new ReopenIncident("why", at),
        "low" => new ChangeIncident(default, new(4), default, default),
        "high" => new ChangeIncident(default, new(1), default, default),
        "take" => new TakeEscalation(EscalationLevel.Station),
        "boss" => new TakeSupervision("why"),
        "unthere" => Correction(unit, CorrectableStage.OnScene, null),
        "fixthere" => Correction(unit, CorrectableStage.OnScene, at),
        "fixend" => Correction(unit, CorrectableStage.Cleared, at),
        _ => throw new ArgumentException(word),
    };
}
