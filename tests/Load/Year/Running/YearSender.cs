using System.Collections.Concurrent;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Measuring;
using Tocsin.Tests.Load.Replay.Running;
using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Load.Year.Running;

/// <summary>
/// Sends the commands of a year, at most so many at once, each with a key of its own that is the same in every run of the same name.
/// </summary>
/// <param name="sender">Sends.</param>
/// <param name="run">The run's name.</param>
/// <param name="concurrency">The most under way at once.</param>
/// <param name="sampleEach">Every so-manyth is remembered, so that it can be sent once more.</param>
public sealed class YearSender(RequestSender sender, string run, int concurrency, int sampleEach) : IDisposable
{
    /// <summary>The most refusals that are told one by one.</summary>
    public const int RefusalsMax = 50;

    private readonly SemaphoreSlim slots = new(concurrency);
    private readonly ConcurrentQueue<string> refusals = new();
    private readonly ConcurrentQueue<(string Kind, string Key, Request Request)> sample = new();
    private int done, replayed, refused;

    /// <summary>How long each kind took.</summary>
    public LatencyBook Book { get; } = new();

    /// <summary>Commands that were done, now or before.</summary>
    public int Done => done;

    /// <summary>Those of them that had been done before.</summary>
    public int Replayed => replayed;

    /// <summary>Commands that were refused.</summary>
    public int Refused => refused;

    /// <summary>The first refusals, for people.</summary>
    public IReadOnlyCollection<string> Refusals => refusals;

    /// <summary>Sends one.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="key">What tells it from all others of the run.</param>
    /// <param name="request">The request.</param>
    /// <exception cref="StoryEndedException">It was refused; it stands among the refusals.</exception>
    /// <exception cref="ReplayInterruptedException">It was not settled.</exception>
    public async Task<Answer> SendAsync(string kind, string key, Request request)
    {
        await slots.WaitAsync();
        Answer answer;
        try
        {
            answer = await sender.SendAsync(request, $"{run}:{key}");
        }
        finally
        {
            slots.Release();
        }

        Book.Note(kind, answer.Took, answer.Code);
        if (answer.Status is 0 or 401 or 403 or 429 or >= 500)
        {
            throw new ReplayInterruptedException(
                $"{request.Method} {request.Path}: {answer.Status} {answer.Code} after {answer.Tries} tries.");
        }

        if (!answer.Ok)
        {
            if (Interlocked.Increment(ref refused) <= RefusalsMax)
                refusals.Enqueue($"{key}: {request.Method} {request.Path} {answer.Status} {answer.Code}");
            throw new StoryEndedException($"{key}: "
                + $"{answer.Code}{(answer.Code == "keyReused" ? $"; {run} was made with another year, share or seed" : string.Empty)}");
        }

        if (Interlocked.Increment(ref done) % sampleEach == 0)
            sample.Enqueue((kind, key, request));
        if (answer.Replayed)
            Interlocked.Increment(ref replayed);
        return answer;
    }

    /// <summary>Sends the remembered commands once more; answers how many, and those of them that were done a second time.</summary>
    public async Task<(int Count, IReadOnlyList<string> Twice)> AgainAsync()
    {
        var twice = new List<string>();
        foreach (var (_, key, request) in sample)
        {
            var answer = await sender.SendAsync(request, $"{run}:{key}");
            if (!answer.Ok || !answer.Replayed)
                twice.Add($"{key} once more: {answer.Status} {answer.Code ?? "not said to be a repeat"}");
        }

        return (sample.Count, twice);
    }

    /// <inheritdoc/>
    public void Dispose() => slots.Dispose();
}
