using Tocsin.Reading;
using Tocsin.Settings;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Limits;

/// <summary>Past boards and reports: two of each under way for one identity, and none for a client that has gone.</summary>
public sealed class CostlyReadTests : IAsyncLifetime
{
    private const string Board = "/board?at=2026-01-01T00:00:00Z";
    private const string Summary = "/reports/summary?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z";
    private const string Times = "/reports/response-times?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z";

    private readonly TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TestGateway _gateway = null!;
    private int _begun;
    private int _cancelled;

    public async ValueTask InitializeAsync()
    {
        _gateway = await TestGateway.Fake();
        _gateway.Cluster.OnPastBoard = async gone =>
        {
            await WaitAsync(gone);
            return new Thing(null, "{}", 0);
        };
        _gateway.Cluster.OnSummary = async (_, _, _, gone) =>
        {
            await WaitAsync(gone);
            return "{}";
        };
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData(Board, Times, GatewayLimits.PastBoardsAtOnce)]
    [InlineData(Summary, Board, GatewayLimits.ReportsAtOnce)]
    public async Task One_more_than_two_of_an_identity_is_told_to_wait_and_nobody_else(string path, string other, int most)
    {
        var (wang, li) = (await _gateway.As("supervisor", "wang"), await _gateway.As("supervisor", "li"));
        var first = Enumerable.Range(0, most).Select(_ => wang.Get(path)).ToList();
        await Until.HoldsAsync("they are under way", () => Volatile.Read(ref _begun) == most);
        var more = (await wang.Get(path)).Expect(429, "rateLimited");
        Assert.Equal("1", more.Header("Retry-After"));
        first.Add(li.Get(path));
        first.Add(wang.Get(other));
        await Until.HoldsAsync("they are not in each other's way", () => Volatile.Read(ref _begun) > most);
        _enough.SetResult();
        Assert.All(await Task.WhenAll(first), r => r.Expect(200));
        (await wang.Get(path)).Expect(200);
    }

    [Theory]
    [InlineData(Board)]
    [InlineData(Summary)]
    public async Task A_client_that_hangs_up_stops_the_work_and_has_its_place_again(string path)
    {
        var token = await _gateway.Token("supervisor");
        using var hanging = new CancellationTokenSource();
        var asked = Enumerable.Range(0, 2).Select(_ => AskAsync(path, token, hanging.Token)).ToList();
        await Until.HoldsAsync("both are under way", () => Volatile.Read(ref _begun) == 2);
        await hanging.CancelAsync();
        await Until.HoldsAsync("both are cancelled", () => Volatile.Read(ref _cancelled) == 2);
        await Task.WhenAll(asked).ContinueWith(_ => { }, TaskScheduler.Default);
        _enough.SetResult();
        (await (await _gateway.As("supervisor")).Get(path)).Expect(200);
    }

    private async Task WaitAsync(CancellationToken gone)
    {
        Interlocked.Increment(ref _begun);
        try
        {
            await _enough.Task.WaitAsync(gone);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _cancelled);
            throw;
        }
    }

    private async Task AskAsync(string path, string token, CancellationToken hanging)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1" + path);
        request.Headers.Authorization = new("Bearer", token);
        using var response = await _gateway.Http.SendAsync(request, hanging);
    }
}
