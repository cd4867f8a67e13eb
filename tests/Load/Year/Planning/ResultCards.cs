namespace Tocsin.Tests.Load.Year.Planning;

/// <summary>What comes of the incidents, in figures.</summary>
public sealed class ResultCards
{
    // Some of what help and crime bring: assumptions.
    private const double RescueShare = 0.03, SavedShare = 0.15;

    private readonly Dictionary<YearIncident, Dictionary<string, decimal>> caught = [];
    private readonly Random random;

    /// <summary>Deals out those who are caught: exactly as many as the year has.</summary>
    public ResultCards(YearCounts counts, IReadOnlyList<YearIncident> incidents, Random random)
    {
        ArgumentNullException.ThrowIfNull(counts);
        this.random = random;
        YearIncident[] crimes = [.. incidents.Where(i => !i.Exercise && i.Category.Class == YearCategory.Other)];
        Deal("arrests", counts.Suspects, crimes);
        Deal("fugitives", counts.Fugitives, crimes);
    }

    /// <summary>What comes of one.</summary>
    public IReadOnlyDictionary<string, decimal> Of(YearIncident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var results = caught.TryGetValue(incident, out var dealt) ? dealt : [];
        if (incident.Exercise)
            results["arrests"] = 2; // Whoever is caught in a drill stands in no report.
        else if (incident.Category.Class == YearCategory.Help && random.NextDouble() < RescueShare)
            results["rescued"] = random.Next(1, 4);
        else if (incident.Category.Class == YearCategory.Other && random.NextDouble() < SavedShare)
            results["lossPrevented"] = random.Next(10_000, 5_000_000) / 100m; // Yuan, to the fen.
        return results;
    }

    private void Deal(string word, int count, YearIncident[] among)
    {
        for (var i = 0; i < count; i++)
        {
            var incident = among[random.Next(among.Length)];
            if (!caught.TryGetValue(incident, out var results))
                caught[incident] = results = [];
            results[word] = results.GetValueOrDefault(word) + 1;
        }
    }
}
