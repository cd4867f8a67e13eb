using CsCheck;
using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Deciding;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Properties;

/// <summary>Random days of a centre: a sequence of steps, told step by step when it fails.</summary>
internal static class Days
{
    /// <summary>Days in each test; <c>CsCheck_Iter</c> takes more.</summary>
    private const int Count = 200;

    private const int MaxSteps = 100;

    /// <summary>Limits so short that a day's pauses meet and miss them.</summary>
    private static readonly TimingPolicy Short = new(
        "short",
        1,
        [
            Row(ClockStage.Answer, 60), Row(ClockStage.Assign, 100), Row(ClockStage.Acknowledge, 60), Row(ClockStage.Turnout, 120), Row(ClockStage.Arrive, 200),
            Row(ClockStage.Arrive, 100, priority: 1, ClockFrom.EnRoute), Row(ClockStage.Arrive, 500, priority: 3, ClockFrom.Received), Row(ClockStage.Feedback, 300), Row(ClockStage.Conclude, 2000),
        ],
        new EscalationPlan(0, 60, 200));

    // Most days have a timing policy, so that clocks meet everything else; the others show that nothing needs one.
    private static readonly Gen<(bool Timed, Func<DateTimeOffset, Step>[] Steps)> Day =
        Gen.Select(Gen.Frequency((3, Gen.Const(true)), (1, Gen.Const(false))), Steps.Any.Array[1, MaxSteps]);

    /// <summary>Checks each step: the centre before it, the step, the decision, and the centre after it.</summary>
    public static void Check(Action<Centre, Step, Decision, Centre> each, Action<Centre>? end = null) => Day.Sample(
        day =>
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
        },
        iter: Math.Max(Count, CsCheck.Check.Iter),
        print: Tell);

    /// <summary>Checks where a day ends.</summary>
    public static void CheckEnd(Action<Centre> end) => Check((_, _, _, _) => { }, end);

    // A day begins with units on the way and a call on the line: else most steps name what is not there.
    private static Centre Morning(bool timed)
    {
        var centre = Ready(timed ? Short : null);
        Done(centre.Do(A, Assignment(One, Two)));
        Done(centre.Do(Ring, new ReceiveCall("110", null, null, centre.Now, null)));
        Done(centre.Do(Unanswered, new ReceiveCall("120", null, null, null, null)));
        return centre;
    }

    private static TimingLimit Row(ClockStage stage, int limit, int? priority = null, ClockFrom? from = null) => new(stage, priority, null, from, limit, limit / 2, []);

    private static string Tell((bool Timed, Func<DateTimeOffset, Step>[] Steps) day)
    {
        var centre = Morning(day.Timed);
        var lines = new List<string> { day.Timed ? "with a timing policy" : "without a timing policy" };
        foreach (var make in day.Steps)
        {
            var step = make(centre.Now);
            var decision = step.Run(centre);
            lines.Add($"{step.Target} {step.Command} by {step.Actor.Role} {step.Actor.UnitId}{step.Actor.Station} -> {decision.Refusal?.Code.ToString() ?? string.Join(", ", Kinds(decision))}");
            centre.Now = centre.Now.AddSeconds(step.PauseSeconds);
        }

        return string.Join('\n', lines);
    }
}
