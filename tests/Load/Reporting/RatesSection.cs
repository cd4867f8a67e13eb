using Tocsin.Tests.Load.Results;

namespace Tocsin.Tests.Load.Reporting;

/// <summary>What was asked of the server, and what it did of it.</summary>
public static class RatesSection
{
    /// <summary>The section.</summary>
    public static Html Show(LoadResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (samples, stories, seconds) = (result.Samples, result.Stories, Math.Max(result.Seconds, 0.001));
        var x = Times.Axis(result);
        Html Of(string title, string note, string unit, params Series[] series) =>
            new Chart(title, note, x, Axis.Linear(unit, series.SelectMany(s => s.Points).Select(p => p.Y).DefaultIfEmpty(1).Max()), series)
                .Show();

        var charts = new List<Html>
        {
            Of(
                "Asked and reached",
                "Commands and questions whose moment to be sent came, and those that "
                    + "were answered. Where the second falls behind the first, somebody waits.",
                "a second",
                Times.Of("asked", 0, samples, s => s.Asked),
                Times.Of("reached", 1, samples, s => s.Reached)),
            Of(
                "Calls",
                "Calls begin by their own schedule, whatever has become of those "
                    + $"before; the mean is {result.Profile.CallsPerSecond:0.##} a second.",
                "a second",
                Times.Of("calls", 0, samples, s => s.Calls)),
            Of(
                "Stories under way",
                "Calls and incidents that are not over. It grows without end where the server does not keep up.",
                "stories",
                Times.Of("under way", 2, samples, s => s.UnderWay)),
        };
        if (stories.Positions > 0)
        {
            charts.Add(
                Of("Positions", "Positions of units that were accepted.", "a second", Times.Of("positions", 3, samples, s => s.Positions)));
        }

        return Html.Of($"""
            <section><h2>Rates</h2>{Tables.Facts(
            [
                ("calls", $"{Figure.N(stories.Calls)} ({Figure.Rate(stories.Calls / seconds)}/s)"),
                ("incidents", $"{Figure.N(stories.Incidents)} ({Figure.Rate(stories.Incidents / seconds)}/s)"),
                ("commands", $"{Figure.N(result.All.Latency.Count)} ({Figure.Rate(result.All.Latency.Count / seconds)}/s)"),
                ("positions", $"{Figure.N(stories.Positions)} ({Figure.Rate(stories.Positions / seconds)}/s)"),
                ("units that refused, were recalled unheard", $"{Figure.N(stories.Declined)}, {Figure.N(stories.Silent)}"),
                ("calls that joined an incident, to whom it was not offered", $"{Figure.N(stories.Joined)}, {Figure.N(stories.Unoffered)}"),
                ("stories broken off, unfinished", $"{Figure.N(stories.BrokenOff)}, {Figure.N(stories.Unfinished)}"),
            ])}{Html.Join(charts)}</section>
            """);
    }
}
