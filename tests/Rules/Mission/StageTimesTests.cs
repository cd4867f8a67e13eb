using Tocsin.Clocks;
using Tocsin.Incidents;
using Tocsin.Mission;
using Tocsin.Tests.Rules.Clocks;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Mission;

/// <summary>Which stages an append shows to be reached, how long they took, and what is said of them.</summary>
public class StageTimesTests
{
    private const string Day = "+1@70 ack1@80 go1@100 there1@500 say1@600 close@900";

    [Fact]
    public void A_stage_counts_once_when_its_clock_is_met_in_time_or_late() => Assert.Equal(
        [
            "Assign 70 late", "Acknowledge 10 in_time", "Turnout 30 in_time", "Arrive 430 late", "Feedback 100 in_time",
            "Conclude 900 in_time",
        ],
        Told(ClockDay.Every));

    [Fact]
    public void Without_a_policy_the_same_times_are_reckoned_without_limits() => Assert.Equal(
        [
            "Assign 70 unlimited", "Acknowledge 10 unlimited", "Turnout 30 unlimited", "Arrive 430 unlimited", "Feedback 100 unlimited",
            "Conclude 900 unlimited",
        ],
        Told(null));

    [Fact]
    public void Nothing_is_measured_of_an_exercise_and_of_what_is_historic()
    {
        var centre = new Centre { Timing = ClockDay.Every };
        Done(centre.Do(A, Creation() with { Exercise = true }));
        Done(centre.Do(B, Creation(at: Centre.Start.AddDays(-1))));
        foreach (var id in new[] { A, B })
        {
            var before = centre.State(id);
            Done(centre.Do(id, Closure()));
            Assert.Empty(StageTimes.Of(before, centre.State(id)));
        }
    }

    [Fact]
    public void A_reopened_incident_begins_anew()
    {
        var centre = Ready();
        Done(centre.Do(A, Closure()));
        Done(centre.Do(A, new ReopenIncident("again", null)));
        centre.Now = centre.In(30);
        var before = centre.State(A);
        Done(centre.Do(A, Assignment(One)));
        var time = Assert.Single(StageTimes.Of(before, centre.State(A)));
        Assert.Equal((ClockStage.Assign, 30), (time.Stage, time.Duration.TotalSeconds));
    }

    // Each command by itself, as appends come.
    private static List<string> Told(TimingPolicy? policy)
    {
        var centre = Ready(policy);
        var told = new List<string>();
        foreach (var word in Day.Split(' '))
        {
            ClockDay.Until(centre, double.Parse(word.Split('@')[1], System.Globalization.CultureInfo.InvariantCulture));
            var before = centre.State(A);
            ClockDay.Say(centre, word);
            told.AddRange(StageTimes.Of(before, centre.State(A)).Select(t => $"{t.Stage} {t.Duration.TotalSeconds} {t.Verdict}"));
        }

        return told;
    }
}
