using Tocsin.Tests.Load.Results;

namespace Tocsin.Tests.Load.Reporting;

/// <summary>What holds and what does not, and what was run: the first that a reader wants to know.</summary>
public static class VerdictSection
{
    /// <summary>The section.</summary>
    public static Html Show(LoadResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (word, sort) = result.Interrupted
            ? ("interrupted: no verdict", "bad")
            : result.Good ? ("within limits", "good") : ("not within limits", "bad");
        var rows = result.Criteria.OrderBy(c => c.Holds).Select(c => Html.Join(
        [
            Html.Of($"""<tr class="{(c.Holds ? "good" : "bad")}"><td class="mark">{(c.Holds ? "✓ holds" : "✗ fails")}</td>"""),
            Html.Of($"<th>{c.Name}</th><td>{c.Figure}</td><td>{c.Limit}</td></tr>"),
        ]));
        var head = new Html("<tr><th></th><th>criterion</th><th>figure</th><th>limit</th></tr>");
        return Html.Of($"""
            <header><h1>{result.Profile.Name}: <span class="{sort}">{word}</span></h1><p>{result.Profile.Description}</p></header>
            <section><h2>Verdict</h2><div class="wide"><table><thead>{head}</thead><tbody>{Html.Join(rows)}</tbody></table></div></section>
            <section><h2>What was run</h2>{Tables.Facts(Facts(result))}</section>
            """);
    }

    private static IEnumerable<(string, string?)> Facts(LoadResult result)
    {
        var (profile, machine) = (result.Profile, result.Machine);
        yield return ("began", $"{result.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
        yield return ("lasted", FormattableString.Invariant($"{result.Seconds:#,0.0} s of {result.AskedSeconds:#,0} s asked"));
        if (result.CommandLine.Length > 0)
            yield return ("command line", "dotnet run -c Release --project tests/Load -- " + result.CommandLine);
        yield return ("seed", $"{result.Seed}");
        yield return ("server", result.Server);
        yield return ("gateways", string.Join(", ", result.Gateways));
        yield return ("this program", result.Program);
        yield return (
            "load",
            FormattableString.Invariant($"{profile.CallsPerSecond:0.####} calls/s, {profile.IncidentShare * 100:0.#} % of them incidents ")
                + FormattableString.Invariant($"with {profile.UnitsPerIncident:0.##} units, ")
                + FormattableString.Invariant($"{profile.PositionsPerSecond:#,0} positions/s, {profile.Consoles} consoles"));
        yield return ("timing policy", result.Clocks.Policy ?? "none chosen for the run");
        yield return (
            "machine",
            $"{machine.Processor}, {machine.Processors} processors, {Figure.MiB(machine.MemoryBytes)}, "
                + $"{machine.System}, {machine.Runtime}");
    }
}
