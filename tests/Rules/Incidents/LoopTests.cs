using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Json;
using Tocsin.Stations;
using Tocsin.Tests.Rules.Clocks;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Incidents;

/// <summary>The loop is worked out: who took which step when, by when it was due, and whether that was late. Times in seconds.</summary>
public class LoopTests
{
    [Theory]
    [InlineData(10, "", "- -60 - - -3600")]
    [InlineData(70, "", "- -60! - - -3600")]
    [InlineData(30, "+1@10", "- wang@10-60 - - -3600")]
    [InlineData(90, "+1@80", "- wang@80-60! - - -3600")]
    [InlineData(90, "+1@80 +2@85<20", "- wang@20-60 - - -3600")]
    [InlineData(120, "+1@10 there1@20 say1@100", "- wang@10-60 - wang@100-620 -3600")]
    [InlineData(800, "+1@10 there1@20 say1@700", "- wang@10-60 - wang@700-620! -3600")]
    [InlineData(30, "boss@5 boss@20", "- -60 wang@20 - -3600")]
    [InlineData(200, "+1@10 say1@100 close@150", "- wang@10-60 - wang@100 wang@150-3600")]
    [InlineData(300, "+1@10 say1@100 close@150 open@200", "- -260! - - -3800")]
    public void Each_step_has_who_took_it_when_and_its_limit(double end, string story, string loop) =>
        Assert.Equal(loop, Told(ClockDay.At(end, story)));

    [Fact]
    public void The_newest_assessment_counts_and_the_newest_of_supervision_and_urging()
    {
        var centre = ClockDay.At(10, "boss@5");
        var north = StationId.Of("north");
        Done(centre.Do(north, new RegisterStation("North", null, null, null)));
        Done(centre.Do(A, new AssessIncident(2, north, null, null), Supervisor));
        Later(centre);
        Done(centre.Do(A, new AssessIncident(2, north, null, null)));
        Done(centre.Do(A, new Urge(ClockStage.Assign, null, "why"), Supervisor));
        Assert.Equal("wang@70 -60 li@70 - -3600", Told(centre));
    }

    [Fact]
    public void A_clock_that_alarms_nobody_makes_its_step_late_where_it_is_read()
    {
        var centre = new Centre { Timing = ClockDay.Every };
        Done(centre.Do(A, Creation(at: centre.In(-7200))));
        var view = TocsinJson.Write(centre.View(A));
        Assert.Equal("- -60 - - -3600", Told(TocsinJson.Read<IncidentView>(view), centre.In(-7200)));
        var read = IncidentDefinition.ViewAt(view, centre.Now);
        Assert.Equal("- -60! - - -3600!", Told(TocsinJson.Read<IncidentView>(read), centre.In(-7200)));
    }

    private static string Told(Centre centre) => Told(centre.View(A), Centre.Start);

    // Who@when-limit, and ! where it is late.
    private static string Told(IncidentView view, DateTimeOffset start)
    {
        Assert.Equal(Enum.GetValues<LoopStep>(), view.Loop.Select(s => s.Step));
        return string.Join(' ', view.Loop.Select(s => Step(s) is { Length: > 0 } told ? told : "-"));

        string Step(LoopStepView s) => $"{s.By}{At('@', s.At)}{At('-', s.DueAt)}{(s.Late ? "!" : "")}";

        string At(char sign, DateTimeOffset? at) => at is { } instant ? $"{sign}{(instant - start).TotalSeconds}" : "";
    }
}
