using System.Reflection;
using Tocsin.Tests.Load.Results;

namespace Tocsin.Tests.Load.Reporting;

/// <summary>One result, or several side by side, as one page that needs nothing else: no network, no script.</summary>
public static class HtmlReport
{
    /// <summary>The page; of several results the first is what the others are compared with.</summary>
    public static string Text(IReadOnlyList<LoadResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return results is [var one]
            ? Page($"{one.Profile.Name}, {one.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm}", One(one))
            : Page($"{results.Count} results", Comparison.Show(results));
    }

    private static Html One(LoadResult result) => Html.Join(
    [
        VerdictSection.Show(result),
        RatesSection.Show(result),
        LatencySection.Show(result),
        ErrorsSection.Show(result),
        FeedSection.Show(result),
        MachineSection.Show(result),
    ]);

    private static string Page(string title, Html body) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>{title} - Tocsin load</title>
        <style>{Style()}</style>
        </head>
        <body>
        <main>
        {body}
        </main>
        </body>
        </html>

        """).Text;

    private static Html Style()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("report.css")!;
        using var text = new StreamReader(stream);
        return new Html(text.ReadToEnd());
    }
}
