using CsCheck;
using Tocsin.Calls;
using Tocsin.Deciding;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Properties;

/// <summary>Random days of a centre: a sequence of steps, told step by step when it fails.</summary>
internal static class Days
{
    /// <summary>Days in each test; <c>CsCheck_Iter</c> takes more.</summary>
    private const int Count = 200;

    private const int MaxSteps = 100;

    /// <summary>Checks each step: the centre before it, the step, the decision, and the centre after it.</summary>
    public static void Check(Action<Centre, Step, Decision, Centre> each, Action<Centre>? end = null) => Steps.Any.Array[1, MaxSteps].Sample(
        steps =>
        {
            var centre = Morning();
            foreach (var make in steps)
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
    private static Centre Morning()
    {
        var centre = Ready();
        Done(centre.Do(A, Assignment(One, Two)));
        Done(centre.Do(Ring, new ReceiveCall("110", null, null, centre.Now, null)));
        return centre;
    }

    private static string Tell(Func<DateTimeOffset, Step>[] steps)
    {
        var centre = Morning();
        var lines = new List<string>();
        foreach (var make in steps)
        {
            var step = make(centre.Now);
            var decision = step.Run(centre);
            lines.Add($"{step.Target} {step.Command} by {step.Actor.Role} {step.Actor.UnitId}{step.Actor.Station} -> {decision.Refusal?.Code.ToString() ?? string.Join(", ", Kinds(decision))}");
            centre.Now = centre.Now.AddSeconds(step.PauseSeconds);
        }

        return string.Join('\n', lines);
    }
}
