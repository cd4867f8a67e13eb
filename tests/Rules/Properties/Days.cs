using CsCheck;
using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Policies;
using Tocsin.Settings;
using Tocsin.Stations;
using Tocsin.Tests.Rules.Directives;
using Tocsin.Units;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Properties;

/// <summary>
/// Days of a centre: the directed ones, which meet everything there is, and random ones with fixed seeds, which mix it. A day that fails is
/// told step by step.
/// </summary>
internal static class Days
{
    private const int RandomDays = 260;

    private const int MaxSteps = 100;

    /// <summary>Limits so short that a day's pauses meet and miss them.</summary>
    public static readonly TimingPolicy Short = new(
        "short",
        1,
        [
            Row(ClockStage.Answer, 60),
            Row(ClockStage.Assign, 100),
            Row(ClockStage.Acknowledge, 60),
            Row(ClockStage.Turnout, 120),
            Row(ClockStage.Arrive, 200),
            Row(ClockStage.Arrive, 100, priority: 1, ClockFrom.EnRoute),
            Row(ClockStage.Arrive, 500, priority: 3, ClockFrom.Received),
            Row(ClockStage.Feedback, 300),
            Row(ClockStage.Conclude, 2000),
        ],
        new EscalationPlan(0, 60, 200));

    /// <summary>Built-in limits as short: what is made in the course of a day has them; what was there in the morning has not.</summary>
    internal static UnattendedLimits Limits { get; } = new(40, 80, 120, 160);

    /// <summary>
    /// Most closures have a word that asks for nothing; one word says that nothing was there, one needs what no incident has.
    /// </summary>
    internal static ClosingRules Closing { get; } = new(
        new ClosingSettings(
            [
                new ClosingOutcome("handled", true, [], []),
                new ClosingOutcome("nothing", false, [], []),
                new ClosingOutcome("in custody", true, [], [ClosingNeed.Party]),
            ],
            []),
        CategoryClasses.Default);

    // Most days have a timing policy, so that clocks meet everything else; the others show that nothing needs one.
    private static readonly Gen<Day> Random = Gen.Select(
        Gen.Frequency((3, Gen.Const(true)), (1, Gen.Const(false))),
        Steps.Any.Array[1, MaxSteps],
        (timed, steps) => new Day("a random day", timed, steps));

    /// <summary>Checks each step: the centre before it, the step, the decision, and the centre after it.</summary>
    public static void Check(Action<Centre, Step, Decision, Centre> each, Action<Centre>? end = null)
    {
        CheckDirected(each, end);
        CheckRandom(each, end);
    }

    /// <summary>Checks the directed days alone.</summary>
    public static void CheckDirected(Action<Centre, Step, Decision, Centre> each, Action<Centre>? end = null)
    {
        foreach (var day in DirectedDays.All)
        {
            try
            {
                Play(day, each, end);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"{exception.Message}\nIn {Tell(day)}", exception);
            }
        }
    }

    /// <summary>Checks the random days alone.</summary>
    public static void CheckRandom(Action<Centre, Step, Decision, Centre> each, Action<Centre>? end = null) =>
        Random.Holds(day => Play(day, each, end), RandomDays, Tell);

    /// <summary>Checks where a day ends.</summary>
    public static void CheckEnd(Action<Centre> end) => Check((_, _, _, _) => { }, end);

    // A day begins with units on the way, a call on the line and an order to sign for: else most steps name what is not there.
    private static Centre Morning(bool timed)
    {
        var centre = Ready(timed ? Short : null);
        Done(centre.Do(A, Assignment(One, Two)));
        Done(centre.Do(Ring, new ReceiveCall("110", null, null, centre.Now, null)));
        Done(centre.Do(Unanswered, new ReceiveCall("120", null, null, null, null)));
        Done(centre.Do(Orders.North, new RegisterStation("North", null, null, null)));
        Done(centre.Do(StationId.Of("south"), new RegisterStation("South", null, null, null)));
        Done(centre.Do(Orders.D, Orders.Order with { To = [Orders.ToNorth, Orders.ToUnit], Limits = Steps.Limits }));
        Done(centre.Do(Orders.Attached, Orders.OnIncident));
        Done(centre.Do(Three, new RegisterUnit("P3", "patrol", "north", ["taser"], null)));
        Done(centre.Do(Orders.Told, Orders.Handle with { IncidentId = B }));
        centre.Unattended = Limits;
        centre.Closing = Closing;
        return centre;
    }

    private static TimingLimit Row(ClockStage stage, int limit, int? priority = null, ClockFrom? from = null) =>
        new(stage, priority, null, from, limit, limit / 2, []);

    private static void Play(Day day, Action<Centre, Step, Decision, Centre> each, Action<Centre>? end)
    {
        var centre = Morning(day.Timed);
        foreach (var make in day.Steps)
        {
            var before = centre.Fork();
            var step = make(centre.Now);
            each(before, step, step.Run(centre), centre);
            centre.Now = centre.Now.AddSeconds(step.PauseSeconds);
        }

        end?.Invoke(centre);
    }

    private static string Tell(Day day)
    {
        var lines = new List<string> { day.Name + (day.Timed ? " with a timing policy" : " without a timing policy") };
        Play(day, (before, step, decision, _) => lines.Add(Tell(before, step, decision)), null);
        return string.Join('\n', lines);
    }

    private static string Tell(Centre before, Step step, Decision decision)
    {
        var who = $"{step.Actor.Role} {step.Actor.UnitId}{step.Actor.Station}";
        var outcome = decision.Refusal?.Code.ToString() ?? string.Join(", ", Kinds(decision));
        return $"{before.Now:HH:mm:ss} {step.Target} {step.Command} by {who} -> {outcome}";
    }
}
