namespace Tocsin.Tests.Load.Reporting;

/// <summary>A chart of lines.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Note">How to read it, in a sentence.</param>
/// <param name="X">From left to right.</param>
/// <param name="Y">From below to above.</param>
/// <param name="Series">The lines.</param>
public sealed record Chart(string Title, string Note, Axis X, Axis Y, IReadOnlyList<Series> Series)
{
    /// <summary>A line across at what may not be passed; null: none.</summary>
    public double? Limit { get; init; }

    /// <summary>Whether it is one of many, small and without a table of its own.</summary>
    public bool IsSmall { get; init; }

    /// <summary>How it looks on the page, with its legend and its table.</summary>
    public Html Show() => IsSmall
        ? Html.Of($"""<figure class="small"><figcaption>{Title}</figcaption>{SvgChart.Draw(this)}</figure>""")
        : Html.Of($"""<figure><figcaption>{Title}</figcaption><p class="note">{Note}</p>{Drawn()}</figure>""");

    private Html Drawn() => Html.Join([Legend(), SvgChart.Draw(this), ChartTable.Of(this)]);

    private Html Legend()
    {
        var lines = Html.Join(Series.Select(s => Key($"line l{s.Look}", s.Name)));
        return Html.Of($"""<ul class="legend">{lines}{(Limit is null ? Html.None : Key("limit", "limit"))}</ul>""");
    }

    private static Html Key(string look, string name) => Html.Of(
        $"""<li><svg class="key" viewBox="0 0 28 8" aria-hidden="true"><path class="{look}" d="M1 4H27"/></svg>{name}</li>""");
}
