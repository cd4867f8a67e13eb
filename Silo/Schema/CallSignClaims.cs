using System.Text.Json;
using Tocsin.Units;

namespace Tocsin.Schema;

/// <summary>
/// Which names units must still claim for their call signs, and which of those that they claim are not theirs: units from before call signs
/// were unique, and those that a silo of an earlier version wrote. Pure, and the same for both databases. Run at each start; nothing is
/// left to do nearly always.
/// </summary>
internal static class CallSignClaims
{
    /// <summary>What the claims lack.</summary>
    /// <param name="units">Each unit's stream, with its view as its board row has it.</param>
    /// <param name="claims">The names that are claimed for call signs, with the stream that holds each.</param>
    /// <returns>The names to give back, and then those to take. Of two units with one call sign the first by its id has it.</returns>
    public static (IReadOnlyList<(string Name, string Stream)> GiveBack, IReadOnlyList<(string Name, string Stream)> Take) Missing(
        IEnumerable<(string Stream, string View)> units, IEnumerable<(string Name, string Stream)> claims)
    {
        var due = units
            .Select(u => (Name: NameOf(u.View), u.Stream))
            .Where(u => u.Name is not null)
            .OrderBy(u => u.Stream, StringComparer.Ordinal)
            .ToList();
        var rightful = due.ToHashSet();
        var holders = new Dictionary<string, string>(StringComparer.Ordinal);
        var back = new List<(string, string)>();
        foreach (var claim in claims)
        {
            if (rightful.Contains(claim))
                holders.Add(claim.Name, claim.Stream);
            else
                back.Add(claim);
        }

        List<(string, string)> take = [.. due.Where(u => holders.TryAdd(u.Name!, u.Stream)).Select(u => (u.Name!, u.Stream))];
        return (back, take);
    }

    // A view that older code wrote has no word about being retired. One without a call sign claims nothing, and stops no start.
    private static string? NameOf(string view)
    {
        using var document = JsonDocument.Parse(view);
        var unit = document.RootElement;
        var isRetired = unit.TryGetProperty("retired", out var retired) && retired.ValueKind == JsonValueKind.True;
        return !isRetired && unit.TryGetProperty("callSign", out var sign) && sign.GetString() is { } callSign
            ? CallSigns.Claim(callSign)
            : null;
    }
}
