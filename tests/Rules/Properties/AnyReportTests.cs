using CsCheck;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Properties;

/// <summary>
/// Reports that come late, again and out of order, over recall, decline, reopening and a second assignment: none writes a time before its
/// assignment that it did not name, and none touches an assignment but the one that it is for.
/// </summary>
public class AnyReportTests
{
    private const int Stories = 300;

    private const int MaxTurns = 60;

    // What happens next in a story; each number is also the choice within it, and the seconds until the next.
    private static readonly Gen<(int What, int Which, int Pause)[]> Story =
        Gen.Select(Gen.Int[0, 99], Gen.Int[0, 999], Gen.Int[0, 120]).Array[1, MaxTurns];

    private static readonly AssignmentStage[] Pressed =
    [
        AssignmentStage.Acknowledged, AssignmentStage.EnRoute, AssignmentStage.OnScene, AssignmentStage.Cleared, AssignmentStage.Declined,
    ];

    [Fact]
    public void On_any_day_a_report_reaches_only_its_assignment() => Days.Check(Check);

    [Fact]
    public void Presses_that_a_phone_kept_reach_only_their_assignment() => Story.Holds(Play, Stories, Tell);

    private static void Check(Centre before, Step step, Decision decision, Centre after)
    {
        var (unit, at) = step.Bare switch
        {
            ReportProgress c => ((UnitId?)c.UnitId, c.OccurredAt),
            GiveFeedback c => (c.UnitId, c.OccurredAt),
            _ => (null, null),
        };
        if (unit is null || step.Target is not IncidentId incident)
            return;
        var (was, now) = (before.State(incident).Assignments, after.State(incident).Assignments);
        Assert.Equal(was.Length, now.Length);
        for (var i = 0; i < was.Length; i++)
        {
            if (was[i] == now[i])
                continue;
            Assert.Equal(unit, was[i].UnitId);
            if (step.Command is ForAssignment named)
                Assert.Equal(named.Number, i + 1);
            else
                IsIts(at, was[i], now[i], isOnly: was.Count(a => a.UnitId == unit) == 1);
        }
    }

    private static void IsIts(DateTimeOffset? at, AssignmentView was, AssignmentView now, bool isOnly)
    {
        foreach (var (before, written) in Times(was).Zip(Times(now)))
            Assert.True(before is not null || written is null || written >= now.AssignedAt, $"{now} has a time before it was made");
        Assert.True(
            at is null || at >= was.AssignedAt || (isOnly && was.AssignedAt - at <= TimeSpan.FromMinutes(5)),
            $"{was} was made after {at:O}");
    }

    // The phone of P1 is without a network: what is pressed is kept with its time and the number that the page saw. It comes whenever it
    // comes, as often as it comes, from a page that names its assignment or from an older one that does not.
    private static void Play((int What, int Which, int Pause)[] story) => Play(story, Check);

    private static void Play((int What, int Which, int Pause)[] story, Action<Centre, Step, Decision, Centre> each)
    {
        var centre = Ready(Days.Short);
        var kept = new List<(int Number, IncidentCommand Report)>();
        foreach (var (what, which, pause) in story)
        {
            var active = centre.State(A).Assignments.LastOrDefault(a => a.UnitId == One && a.Stage.IsActive());
            if (what < 40 && active is not null)
            {
                var stage = Pressed[which % Pressed.Length];
                IncidentCommand report = which % 7 == 0 ? Feedback(One, centre.Now) : Report(One, stage, centre.Now);
                kept.Add((active.N, report));
            }
            else
            {
                var step = Next(centre, what, which, kept);
                var before = centre.Fork();
                each(before, step, step.Run(centre), centre);
            }

            centre.Now = centre.Now.AddSeconds(pause);
        }

        Assert.All(
            centre.State(A).Assignments,
            a => Assert.All(Times(a), t => Assert.True(t is null || t >= a.AssignedAt, $"{a} has a time before it was made")));
    }

    private static Step Next(Centre centre, int what, int which, List<(int Number, IncidentCommand Report)> kept)
    {
        if (what < 70 && kept.Count > 0)
        {
            var (number, report) = kept[which % kept.Count];
            return new Step(A, which % 3 == 0 ? report : For(number, report), which % 2 == 0 ? Supervisor : UnitActor(One), 0);
        }

        if (centre.View(One).IncidentId == B)
        {
            IncidentCommand away = centre.State(A).Closed ? Report(One, AssignmentStage.Cleared) : new DivertUnit(One, A, null, null);
            return new Step(B, away, Supervisor, 0);
        }

        return new Step(
            A,
            what switch
            {
                < 80 => Report(One, which % 2 == 0 ? AssignmentStage.Cancelled : AssignmentStage.Declined),
                < 84 => Closure(),
                _ when centre.State(A).Closed => new ReopenIncident("not over", null),
                < 88 => new DivertUnit(One, B, null, null),
                _ => Assignment(One),
            },
            Supervisor,
            0);
    }

    private static string Tell((int What, int Which, int Pause)[] story)
    {
        var lines = new List<string> { "The story" };
        Play(story, (before, step, decision, _) => lines.Add(
            $"{before.Now:HH:mm:ss} {step.Command} -> {decision.Refusal?.Code.ToString() ?? string.Join(", ", Kinds(decision))}"));
        return string.Join('\n', lines);
    }

    private static DateTimeOffset?[] Times(AssignmentView a) =>
        [a.AcknowledgedAt, a.EnRouteAt, a.OnSceneAt, a.FeedbackAt, a.ClearedAt];
}
