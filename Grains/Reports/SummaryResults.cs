using System.Text.Json;

namespace Tocsin.Reports;

/// <summary>The results of feedback, summed word by word. The sums are decimal: the same in whatever order they are read.</summary>
internal sealed class SummaryResults
{
    /// <summary>The projection that has the results, an incident a row; each row's value is what <see cref="Of"/> reads.</summary>
    public const string Projection = "results";

    private readonly Dictionary<string, decimal> _sums = new(StringComparer.Ordinal);

    /// <summary>How many words the shown ones leave out.</summary>
    public int More => Math.Max(0, _sums.Count - SummaryLimits.Results);

    /// <summary>The results that stand in an incident's view.</summary>
    public static IEnumerable<KeyValuePair<string, double>> Of(string view) =>
        JsonSerializer.Deserialize(view, ReportJsonContext.Default.ResultsView)?.Feedback?.SelectMany(f => f.Results ?? []) ?? [];

    /// <summary>Adds one.</summary>
    public void Add(string word, double number) =>
        _sums[word] = _sums.GetValueOrDefault(word) + (decimal)Math.Clamp(number, -SummaryLimits.ResultMax, SummaryLimits.ResultMax);

    /// <summary>The largest, in order of word.</summary>
    public IReadOnlyDictionary<string, double> Build() => new SortedDictionary<string, double>(
        _sums
            .OrderByDescending(s => s.Value)
            .ThenBy(s => s.Key, StringComparer.Ordinal)
            .Take(SummaryLimits.Results)
            .ToDictionary(s => s.Key, s => (double)s.Value),
        StringComparer.Ordinal);
}
