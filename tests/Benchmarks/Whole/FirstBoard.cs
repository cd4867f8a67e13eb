using System.Diagnostics;
using System.Net;

namespace Tocsin.Tests.Benchmarks.Whole;

/// <summary>The whole board of a process that may have just started.</summary>
internal static class FirstBoard
{
    /// <summary>How long a process may take until it has one.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks for it, again and again while there is none yet, and reads it to its end.</summary>
    /// <returns>How many bytes it has.</returns>
    public static async Task<long> ReadAsync(HttpClient http, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            using var answer = await http.GetAsync(
                new Uri("/api/v1/board", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || clock.Elapsed > Limit)
            {
                var counting = new CountingStream();
                await answer.EnsureSuccessStatusCode().Content.CopyToAsync(counting, cancellation);
                return counting.Written;
            }

            await Task.Delay(AskAgainAfter, cancellation);
        }
    }
}
