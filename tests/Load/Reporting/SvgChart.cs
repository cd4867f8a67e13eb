using System.Globalization;
using System.Text;

namespace Tocsin.Tests.Load.Reporting;

/// <summary>Draws a chart as SVG: lines on a grid; what is pointed at says its figures.</summary>
public static class SvgChart
{
    private const double Left = 52, Right = 26, Top = 8, Bottom = 34, SmallBottom = 18;

    /// <summary>The drawing.</summary>
    public static Html Draw(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var (width, height) = chart.IsSmall ? (280, 120) : (900, 260);
        var (right, low) = (width - Right, height - (chart.IsSmall ? SmallBottom : Bottom));
        double X(double value) => Left + (chart.X.Share(value) * (right - Left));
        double Y(double value) => low - (chart.Y.Share(value) * (low - Top));

        var across = chart.Y.Ticks().Select(t => Html.Join(
        [
            Html.Of($"""<path class="grid" d="M{Left} {Y(t):0.#}H{right}"/>"""),
            Html.Of($"""<text class="y" x="{Left - 6}" y="{Y(t) + 4:0.#}">{chart.Y.Label(t)}</text>"""),
        ]));
        var along = (chart.IsSmall ? [chart.X.Least, chart.X.Most] : chart.X.Ticks())
            .Select(t => Html.Of($"""<text class="x" x="{X(t):0.#}" y="{low + 14:0.#}">{chart.X.Label(t)}</text>"""));
        var limit = chart.Limit is { } at && at <= chart.Y.Most
            ? Html.Of($"""<path class="limit" d="M{Left} {Y(at):0.#}H{right}"/>""")
            : Html.None;
        var lines = chart.Series.Select(s => Html.Of($"""<path class="line l{s.Look}" d="{new Html(Path(s, chart.Y.IsLog, X, Y))}"/>"""));
        var name = chart.IsSmall
            ? Html.None
            : Html.Join(
            [
                Html.Of($"""<text class="name" x="{right}" y="{height - 2}">{chart.X.Name}</text>"""),
                Html.Of($"""<text class="unit" x="2" y="{height - 2}">{chart.Y.Name}</text>"""),
            ]);
        var drawn = Html.Of($"{Html.Join(across)}{Html.Join(along)}{name}{limit}{Html.Join(lines)}{Tips(chart, X, low)}");
        return Html.Of($"""<svg viewBox="0 0 {width} {height}" role="img" aria-label="{chart.Title}">{drawn}</svg>""");
    }

    // A line is broken where a value cannot stand on it.
    private static string Path(Series series, bool isLog, Func<double, double> x, Func<double, double> y)
    {
        var path = new StringBuilder();
        var pen = false;
        foreach (var (px, py) in series.Points)
        {
            if (!double.IsFinite(py) || (isLog && py <= 0))
            {
                pen = false;
                continue;
            }

            // A point by itself is a dot: a line of no length with round ends.
            path.Append(CultureInfo.InvariantCulture, $"{(pen ? 'L' : 'M')}{x(px):0.#} {y(py):0.#}{(pen ? "" : "h0")}");
            pen = true;
        }

        return path.ToString();
    }

    private static Html Tips(Chart chart, Func<double, double> x, double low)
    {
        var rows = ChartTable.Rows(chart);
        return Html.Join(rows.Select((row, i) =>
        {
            var from = i == 0 ? Left : (x(rows[i - 1].X) + x(row.X)) / 2;
            var to = i == rows.Count - 1 ? x(row.X) + 4 : (x(row.X) + x(rows[i + 1].X)) / 2;
            var text = string.Join(
                "\n",
                chart.Series
                    .Select((s, n) => $"{s.Name}: {ChartTable.Figure(row.Values[n])}")
                    .Prepend($"{chart.X.Label(row.X)} {chart.X.Name}"));
            var (width, height) = (Math.Max(to - from, 1), low - Top);
            return Html.Of(
                $"""<rect class="tip" x="{from:0.#}" y="{Top}" width="{width:0.#}" height="{height:0.#}"><title>{text}</title></rect>""");
        }));
    }
}
