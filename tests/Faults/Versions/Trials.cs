using System.Globalization;
using System.Text.Json;
using Tocsin.Tests.Faults.Driving;
using Tocsin.Tests.Faults.Measuring;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Support.Processes;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Faults.Versions;

/// <summary>Requests whose answers are known beforehand; another answer is a problem of the run. Asked as a patient client asks.</summary>
/// <param name="course">Where problems go.</param>
/// <param name="tokens">Who asks.</param>
public sealed class Trials(Course course, TokenBook tokens)
{
    private static readonly Patience Client = new(DriveLimits.FailedAfter, TimeSpan.FromSeconds(4));

    /// <summary>How many answers were as they must be.</summary>
    public int Passed { get; private set; }

    /// <summary>Sends a command, and expects this answer.</summary>
    /// <param name="url">The gateway.</param>
    /// <param name="method">POST or PUT.</param>
    /// <param name="path">Under <c>/api/v1</c>.</param>
    /// <param name="body">What is sent; null: nothing.</param>
    /// <param name="expected">The status, and the problem's code if it is one: <c>409 notYetEverywhere</c>.</param>
    /// <returns>The answer's body; undefined where it is none.</returns>
    public async Task<JsonElement> SendAsync(Uri url, HttpMethod method, string path, object? body, string expected)
    {
        using var client = new TocsinClient(url, tokens, Client, TimeProvider.System);
        var reply = await client.SendAsync(method, path, body, $"{Guid.NewGuid():N}", Role.Dispatcher, CancellationToken.None);
        return Judge($"{method} {path}", reply, expected);
    }

    /// <summary>Reads, and expects this answer.</summary>
    public async Task<JsonElement> GetAsync(Uri url, string path, string expected = "200", Role role = Role.Dispatcher)
    {
        using var client = new TocsinClient(url, tokens, Client, TimeProvider.System);
        return Judge($"GET {path}", await client.GetAsync(path, role, CancellationToken.None), expected);
    }

    /// <summary>Something must hold now.</summary>
    public void Check(bool holds, string what)
    {
        if (holds)
            Passed++;
        else
            course.Problems.Add(what);
    }

    /// <summary>Something must hold within five minutes: the longest that a bulletin stands.</summary>
    public async Task UntilAsync(string what, Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        try
        {
            await Until.HoldsAsync(what, holds, every: TimeSpan.FromMilliseconds(250), stop: patience.Token);
            Passed++;
        }
        catch (OperationCanceledException)
        {
            course.Problems.Add($"It did not come within five minutes that {what}.");
        }
    }

    /// <summary>The values of a metric on these servers.</summary>
    public static async Task<IReadOnlyList<double>> MetricAsync(IEnumerable<ServerProcess> servers, string name)
    {
        ArgumentNullException.ThrowIfNull(servers);
        using var http = new HttpClient();
        var values = new List<double>();
        foreach (var server in servers)
        {
            var page = await http.GetStringAsync(new Uri(server.Url, "/metrics"));
            values.AddRange(page.Split('\n')
                .Where(line => line.StartsWith(name, StringComparison.Ordinal))
                .Select(line => double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture)));
        }

        return values;
    }

    private JsonElement Judge(string what, Reply reply, string expected)
    {
        var got = reply.Ok ? $"{reply.Status}" : $"{reply.Status} {reply.Code}";
        Check(got == expected, $"{what} was answered {got}, not {expected}: {reply.Body[..Math.Min(reply.Body.Length, 300)]}");
        return reply.Ok ? reply.Read<JsonElement>() : default;
    }
}
