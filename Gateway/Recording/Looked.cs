using System.Text.Json;
using Tocsin.Csv;
using Tocsin.Problems;

namespace Tocsin.Recording;

/// <summary>What one read shows, noted when its answer is written; a feature of the request.</summary>
/// <param name="rule">What of the route belongs into the log.</param>
/// <param name="thing">The thing that the path names; null: none.</param>
/// <param name="log">The log.</param>
internal sealed class Looked(AccessRule rule, string? thing, AccessLog log)
{
    private static readonly (string Member, string Kind)[] Members =
        [("\"incidentId\":\"", "incident"), ("\"callId\":\"", "call"), ("\"directiveId\":\"", "directive"), ("\"unitId\":\"", "unit")];

    private readonly List<(string? Thing, uint Fields)> _shown = [];

    /// <summary>The words that are searched for; null: nothing is.</summary>
    public string? Search { get; set; }

    /// <summary>The things that were shown, each with its personal fields.</summary>
    public IReadOnlyList<(string? Thing, uint Fields)> Shown => _shown;

    /// <summary>What a request reads; null: it is no read that belongs into the log.</summary>
    public static Looked? At(HttpContext http) => http.Features.Get<Looked>();

    /// <summary>Notes an answer, before anything of it is sent.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="table">The table as which it is written; null: as JSON.</param>
    /// <exception cref="ProblemException">It shows personal data, and the log cannot take any more.</exception>
    public void Show(string json, CsvTable? table = null)
    {
        var fields = FieldsOf(json, table);
        if (fields == 0)
            return;
        RequireRoom();
        if (thing is not null || rule.IsAlways)
            _shown.Add((thing, fields));
        else
            ShowParts(json, table);
    }

    /// <summary>Notes a page of a list, before anything of it is sent.</summary>
    /// <param name="items">The items.</param>
    /// <param name="table">The table as which they are written; null: as JSON.</param>
    /// <exception cref="ProblemException">It shows personal data, and the log cannot take any more.</exception>
    public void Show(IReadOnlyList<string> items, CsvTable? table = null)
    {
        var all = 0u;
        foreach (var item in items)
        {
            var fields = FieldsOf(item, table);
            all |= fields;
            if (fields != 0 && thing is null)
                _shown.Add((ThingOf(item), fields));
        }

        if (all == 0)
            return;
        RequireRoom();
        if (thing is not null)
            _shown.Add((thing, all));
    }

    /// <summary>Notes personal fields of no single thing, which are never refused: the board's.</summary>
    public void Show(uint fields) => _shown.Add((thing, fields));

    private static uint FieldsOf(string json, CsvTable? table)
    {
        var fields = PersonalFields.In(json);
        return table is null ? fields : fields & PersonalFields.In(table);
    }

    private void RequireRoom()
    {
        if (!log.IsFull)
            return;
        _shown.Clear();
        log.Refused();
        throw new ProblemException(Problem.Unrecorded);
    }

    // An answer that is a list by itself, or holds one.
    private void ShowParts(string json, CsvTable? table)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var list = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("items", out var items) ? items : root;
        if (list.ValueKind != JsonValueKind.Array)
        {
            _shown.Add((ThingOf(json), FieldsOf(json, table)));
            return;
        }

        foreach (var item in list.EnumerateArray())
        {
            var text = item.GetRawText();
            if (FieldsOf(text, table) is not 0 and var fields)
                _shown.Add((ThingOf(text), fields));
        }
    }

    private string? ThingOf(string item)
    {
        if (rule.Kind is not null && item.StartsWith("{\"id\":\"", StringComparison.Ordinal))
            return $"{rule.Kind}/{IdAt(item, 7)}";
        foreach (var (member, kind) in Members)
        {
            if (item.IndexOf(member, StringComparison.Ordinal) is var at and >= 0)
                return $"{kind}/{IdAt(item, at + member.Length)}";
        }

        return null;
    }

    private static ReadOnlySpan<char> IdAt(string item, int start)
    {
        var rest = item.AsSpan(start);
        return rest[..Math.Max(0, rest.IndexOf('"'))];
    }
}
