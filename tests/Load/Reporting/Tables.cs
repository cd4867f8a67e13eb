namespace Tocsin.Tests.Load.Reporting;

/// <summary>Tables of the page.</summary>
public static class Tables
{
    // More characters than a column holds in two lines.
    private const int Long = 80;

    /// <summary>Names beside values.</summary>
    public static Html Facts(IEnumerable<(string Name, string? Value)> facts) =>
        Html.Of($"<dl>{Html.Join(facts.Select(Fact))}</dl>");

    /// <summary>Rows under headings; the first of each row is its name.</summary>
    public static Html Rows(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var head = Html.Join(headings.Select(h => Html.Of($"<th>{h}</th>")));
        var body = Html.Join(
            rows.Select(r => Html.Of($"<tr><th>{r[0]}</th>{Html.Join(r.Skip(1).Select(c => Html.Of($"<td>{c}</td>")))}</tr>")));
        return Html.Of($"""<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>""");
    }

    private static Html Fact((string Name, string? Value) fact)
    {
        var size = fact.Value?.Length > Long ? "long" : "short";
        return Html.Of($"""<div class="{size}"><dt>{fact.Name}</dt><dd>{fact.Value ?? "not said"}</dd></div>""");
    }
}
