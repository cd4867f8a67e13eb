using System.Buffers;
using Tocsin.Tests.Load.Driving;
using Tocsin.Tests.Load.Http;

namespace Tocsin.Tests.Load.Fleets;

/// <summary>
/// The positions of a fleet at an even rate, in batches: every batch is meant for its moment, whatever became of those before. A fleet is
/// smaller than what reports in a real country, so each of its units reports more often; to a server a position is a position.
/// </summary>
public sealed class PositionStream
{
    /// <summary>The most positions a second that may be asked for.</summary>
    public const double PerSecondMax = 200_000;

    /// <summary>The most batches under way; one beyond it is counted, not sent.</summary>
    public const int BatchesMax = 64;

    private readonly Driver driver;
    private readonly TimeProvider clock;
    private readonly PositionBatch[] batches;
    private readonly TimeSpan every;
    private int underWay;

    /// <summary>The stream of a fleet at so many positions a second.</summary>
    public PositionStream(Fleet fleet, double perSecond, Driver driver, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(fleet);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(perSecond);
        this.driver = driver;
        this.clock = clock;

        // At a small rate a batch is what comes together in a second: an exchange of vehicles' radios does not wait for a thousand.
        var size = Math.Clamp((int)perSecond, 1, PositionBatch.PositionsMax);
        batches = [.. fleet.Units.Chunk(size).Where(c => c.Length == Math.Min(size, fleet.Units.Count)).Select(c => new PositionBatch(c))];
        every = TimeSpan.FromSeconds(batches[0].Count / perSecond);
    }

    /// <summary>Sends until <paramref name="until"/>.</summary>
    public async Task RunAsync(TimeSpan until)
    {
        var started = driver.Agenda.Now;
        for (long number = 0; ; number++)
        {
            var at = started + (every * number);
            if (at >= until)
                return;
            var intended = await driver.WaitAsync(at);
            if (driver.Agenda.Hurried)
                return;
            if (Volatile.Read(ref underWay) >= BatchesMax)
                driver.Counts.BatchCouldNotBegin();
            else
                _ = SendAsync(batches[number % batches.Length], intended);
        }
    }

    private async Task SendAsync(PositionBatch batch, TimeSpan intended)
    {
        Interlocked.Increment(ref underWay);
        var bytes = ArrayPool<byte>.Shared.Rent(batch.Length);
        batch.Write(bytes, driver.Agenda.Now, clock.GetUtcNow());
        var answer = await driver.SendPositionsAsync(
            new Request(HttpMethod.Post, "/positions", Role.Feeder, bytes.AsMemory(0, batch.Length), AnswerPart.UnitIds), intended);
        Interlocked.Decrement(ref underWay);
        if (!answer.Ok)
            return;
        driver.Counts.Accepted(batch.Count - answer.Words.Count);
        driver.Counts.RefusedPositions(answer.Words.Count);

        // Only after an answer: of a request that was given up, somebody may still be reading.
        ArrayPool<byte>.Shared.Return(bytes);
    }
}
