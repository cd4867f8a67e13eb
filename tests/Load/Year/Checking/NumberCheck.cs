using System.Text.Json;

namespace Tocsin.Tests.Load.Year.Checking;

/// <summary>
/// Whether every incident of the year is listed, once, as historic, under a number that no other has, and its clocks were judged.
/// </summary>
/// <param name="reader">Reads.</param>
public sealed class NumberCheck(YearReader reader)
{
    /// <summary>
    /// How many incidents the year lists, how many of their clocks ran out, and what is wrong with them; nothing is right.
    /// </summary>
    public async Task<(int Listed, int Late, IReadOnlyList<string> Wrong)> CheckAsync(
        IReadOnlyCollection<string> incidents, DateTimeOffset from, DateTimeOffset to, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(incidents);
        var (wrong, numbers, listed, ours) = (
            new List<string>(), new Dictionary<string, string>(), new HashSet<string>(), incidents.ToHashSet());
        var (judged, late) = (0, 0);
        await reader.ListAsync(
            $"/incidents?status=all&from={Contract.Wire.Time(from)}&to={Contract.Wire.Time(to)}",
            item =>
            {
                var (id, number) = (item.GetProperty("id").GetString()!, item.GetProperty("number").GetString()!);
                if (!numbers.TryAdd(number, id))
                    wrong.Add($"number {number}: incident/{numbers[number]} and incident/{id}");
                if (!listed.Add(id))
                    wrong.Add($"incident/{id} is listed twice");
                var clocks = item.GetProperty("clocks").EnumerateArray().ToList();
                judged += clocks.Count;
                late += clocks.Count(c => c.GetProperty("overdueAt").ValueKind != JsonValueKind.Null);
                if (ours.Contains(id) && !item.GetProperty("historic").GetBoolean())
                    wrong.Add($"incident/{id} is not historic");
            },
            stop);
        wrong.AddRange(ours.Where(id => !listed.Contains(id)).Select(id => $"incident/{id} is not listed"));
        if (judged == 0 && incidents.Count > 0)
            wrong.Add("no clock was judged: that nobody was alarmed says nothing");
        return (listed.Count, late, wrong);
    }
}
