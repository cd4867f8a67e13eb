using System.Globalization;

namespace Tocsin.Tests.Load.Reporting;

/// <summary>
/// The figures of a chart, for whoever does not see it. Where there are more points than rows, each row has the highest of its points: no
/// peak is lost.
/// </summary>
public static class ChartTable
{
    /// <summary>The most rows.</summary>
    public const int RowsMax = 40;

    /// <summary>The rows: where each ends, and a value for each line, null where it has none.</summary>
    public static IReadOnlyList<(double X, IReadOnlyList<double?> Values)> Rows(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var all = chart.Series.Select(s => s.Points.GroupBy(p => p.X).ToDictionary(g => g.Key, g => g.Max(p => p.Y))).ToList();
        double[] places = [.. all.SelectMany(s => s.Keys).Distinct().Order()];
        var each = Math.Max(1, (places.Length + RowsMax - 1) / RowsMax);
        return [.. places.Chunk(each).Select(chunk =>
            (chunk[^1], (IReadOnlyList<double?>)[.. all.Select(s => chunk.Where(s.ContainsKey).Select(x => (double?)s[x]).Max())]))];
    }

    /// <summary>The table, folded away.</summary>
    public static Html Of(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var rows = Rows(chart);
        var heads = Html.Join(chart.Series.Select(s => Html.Of($"<th>{s.Name}</th>")));
        var body = Html.Join(rows.Select(
            r => Html.Of($"<tr><th>{chart.X.Label(r.X)}</th>{Html.Join(r.Values.Select(v => Html.Of($"<td>{Figure(v)}</td>")))}</tr>")));
        var table = Html.Of($"<table><thead><tr><th>{chart.X.Name}</th>{heads}</tr></thead><tbody>{body}</tbody></table>");
        return Html.Of($"""<details><summary>Figures</summary><div class="wide">{table}</div></details>""");
    }

    /// <summary>A value as it is written.</summary>
    public static string Figure(double? value) => value is not { } v
        ? ""
        : v.ToString(Math.Abs(v) switch { >= 100 => "#,0", >= 1 => "0.0", _ => "0.###" }, CultureInfo.InvariantCulture);
}
