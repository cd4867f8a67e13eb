namespace Tocsin.Tests.Load.Year.Checking;

/// <summary>Whether every incident of the year is listed, once, as historic, under a number that no other has.</summary>
/// <param name="reader">Reads.</param>
public sealed class NumberCheck(YearReader reader)
{
    /// <summary>How many incidents the year lists, and what is wrong with them; nothing is right.</summary>
    public async Task<(int Listed, IReadOnlyList<string> Wrong)> CheckAsync(IReadOnlyCollection<string> incidents, DateTimeOffset from, DateTimeOffset to, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(incidents);
        var (wrong, numbers, listed, ours) = (new List<string>(), new Dictionary<string, string>(), new HashSet<string>(), incidents.ToHashSet());
        await reader.ListAsync(
            $"/incidents?status=all&from={Contract.Wire.Time(from)}&to={Contract.Wire.Time(to)}",
            item =>
            {
                var (id, number) = (item.GetProperty("id").GetString()!, item.GetProperty("number").GetString()!);
                if (!numbers.TryAdd(number, id))
                    wrong.Add($"number {number}: incident/{numbers[number]} and incident/{id}");
                if (!listed.Add(id))
                    wrong.Add($"incident/{id} is listed twice");
                if (ours.Contains(id) && !item.GetProperty("historic").GetBoolean())
                    wrong.Add($"incident/{id} is not historic");
            },
            stop);
        wrong.AddRange(ours.Where(id => !listed.Contains(id)).Select(id => $"incident/{id} is not listed"));
        return (listed.Count, wrong);
    }
}
