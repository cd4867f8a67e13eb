using System.Text.Json.Nodes;
using Tocsin.Tests.Load.Year.Reckoning;

namespace Tocsin.Tests.LoadTests.Fakes;

/// <summary>A summary as a gateway would answer it.</summary>
public static class SummaryText
{
    public static JsonObject Of(YearSummary summary) => new()
    {
        ["groupBy"] = summary.By,
        ["groups"] = new JsonArray([.. summary.Groups.Select(g => new JsonObject { ["key"] = g.Key, ["figures"] = Figures(g.Figures) })]),
        ["moreGroups"] = 0,
        ["total"] = Figures(summary.Total),
    };

    private static JsonObject Figures(IReadOnlyDictionary<string, Figure> figures)
    {
        var all = new JsonObject();
        foreach (var (path, figure) in figures)
        {
            var at = all;
            var parts = path.Split('.');
            foreach (var part in parts[..^1])
                at = part.EndsWith(']') ? Item(at, part) : Sub(at, part);
            at[parts[^1]] = figure.Value is { } value
                ? Math.Round(value, figure.Tolerance > 0.001m ? 2 : 4, MidpointRounding.AwayFromZero)
                : null;
        }

        return all;
    }

    private static JsonObject Sub(JsonObject at, string name)
    {
        if (at[name] is not JsonObject sub)
            at[name] = sub = [];
        return sub;
    }

    private static JsonObject Item(JsonObject at, string part)
    {
        var (list, name) = (
            part[..part.IndexOf('[', StringComparison.Ordinal)], part[(part.IndexOf('[', StringComparison.Ordinal) + 1)..^1]);
        var items = at[list] as JsonArray ?? [];
        at[list] ??= items;
        var named = list switch
        {
            "classes" => new JsonObject { ["class"] = name },
            "categories" => new JsonObject { ["class"] = name.Split(' ')[0], ["category"] = name.Split(' ')[1] },
            _ => new JsonObject { ["upTo"] = name == "null" ? null : int.Parse(name, System.Globalization.CultureInfo.InvariantCulture) },
        };
        if (items.OfType<JsonObject>().FirstOrDefault(i => named.All(n => JsonNode.DeepEquals(i[n.Key], n.Value))) is { } known)
            return known;
        items.Add(named);
        return named;
    }
}
