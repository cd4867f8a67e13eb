using System.Text.Json;

namespace Tocsin.Tests.Load.Year.Reckoning;

/// <summary>
/// Compares a summary with what was put in: every figure of every group, the groups themselves, and nothing may stand there that was not
/// reckoned.
/// </summary>
public static class SummaryComparison
{
    /// <summary>How many figures were compared, and those that differ.</summary>
    public static (int Compared, IReadOnlyList<FigureDifference> Differences) Compare(YearSummary putIn, JsonElement report)
    {
        ArgumentNullException.ThrowIfNull(putIn);
        var differences = new List<FigureDifference>();
        var compared = Compare($"{putIn.By}, total", putIn.Total, report.GetProperty("total"), differences);
        var groups = report.GetProperty("groups").EnumerateArray().ToList();
        var (expected, there) = (Keys(putIn.Groups.Select(g => g.Key)), Keys(groups.Select(g => g.GetProperty("key").GetString())));
        if (expected != there)
            differences.Add(new FigureDifference(putIn.By, "groups", expected, there));
        if (report.GetProperty("moreGroups").GetInt32() is var more and not 0)
            differences.Add(new FigureDifference(putIn.By, "moreGroups", "0", $"{more}"));
        foreach (var (key, figures) in putIn.Groups)
        {
            var group = groups.FirstOrDefault(g => g.GetProperty("key").GetString() == key);
            if (group.ValueKind == JsonValueKind.Object)
                compared += Compare($"{putIn.By} {key ?? "null"}", figures, group.GetProperty("figures"), differences);
        }

        return (compared, differences);
    }

    private static int Compare(
        string where, IReadOnlyDictionary<string, Figure> putIn, JsonElement part, List<FigureDifference> differences)
    {
        var reported = ReportedFigures.Of(part);
        foreach (var (name, figure) in putIn)
        {
            if (!reported.TryGetValue(name, out var there))
                differences.Add(new FigureDifference(where, name, $"{figure}", "nothing"));
            else if (!figure.Is(there))
                differences.Add(new FigureDifference(where, name, $"{figure}", Figure.Text(there)));
        }

        differences.AddRange(reported
            .Where(r => !putIn.ContainsKey(r.Key))
            .Select(r => new FigureDifference(where, r.Key, "nothing", Figure.Text(r.Value))));
        return putIn.Count;
    }

    private static string Keys(IEnumerable<string?> keys) => string.Join(' ', keys.Select(k => k ?? "null"));
}
