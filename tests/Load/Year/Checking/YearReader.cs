using System.Text.Json;
using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Replay.Running;

namespace Tocsin.Tests.Load.Year.Checking;

/// <summary>Reads what a year has become.</summary>
/// <param name="client">The gateway.</param>
public sealed class YearReader(TocsinClient client)
{
    private const int PageSize = 200;

    /// <summary>The most pages that are read of one list.</summary>
    public const int PagesMax = 10_000;

    /// <summary>The path of a report of a time.</summary>
    public static string Report(string name, DateTimeOffset from, DateTimeOffset to, string by) =>
        $"/reports/{name}?from={Wire.Time(from)}&to={Wire.Time(to)}&groupBy={by}";

    /// <summary>Reads one thing.</summary>
    /// <exception cref="ReplayInterruptedException">It was not answered.</exception>
    public async Task<JsonElement> GetAsync(string path, CancellationToken stop)
    {
        var reply = await client.GetAsync(path, Role.Auditor, stop);
        return reply.Ok ? reply.Read<JsonElement>() : throw new ReplayInterruptedException($"GET {path}: {reply.Status} {reply.Code}.");
    }

    /// <summary>Reads a list page by page.</summary>
    /// <exception cref="ReplayInterruptedException">It was not answered, or has no end.</exception>
    public async Task ListAsync(string path, Action<JsonElement> item, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(item);
        string? cursor = null;
        for (var page = 0; page < PagesMax; page++)
        {
            var answer = await GetAsync(
                $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={PageSize}"
                    + (cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}"),
                stop);
            foreach (var one in answer.GetProperty("items").EnumerateArray())
                item(one);
            if ((cursor = answer.GetProperty("next").GetString()) is null)
                return;
        }

        throw new ReplayInterruptedException($"GET {path} has more than {PagesMax} pages.");
    }
}
