using System.Text.Json;
using Tocsin.Tests.Load.Auditing;

namespace Tocsin.Tests.Load.Feed;

/// <summary>
/// What really happened after a position: read once from the feed when all is over, and compared with the trails, which come another way.
/// </summary>
public sealed class FeedTruth
{
    private static readonly string[] Trailed = ["incident/", "unit/", "call/"];

    private readonly List<long> positions = [];
    private readonly List<ulong> sums = [0];
    private readonly Dictionary<string, HashSet<long>> streams = [];

    private FeedTruth(long start) => Start = start;

    /// <summary>Nothing before it is told.</summary>
    public long Start { get; }

    /// <summary>The positions, ascending.</summary>
    public IReadOnlyList<long> Positions => positions;

    /// <summary>
    /// What is wrong with the truth itself: the feed that was read afterwards leaves something out, or tells what no trail has.
    /// </summary>
    public IList<string> Faults { get; } = [];

    /// <summary>Reads it.</summary>
    /// <param name="gateway">Whoever is asked: best another gateway than the one that is judged.</param>
    /// <param name="start">After this position.</param>
    /// <param name="end">Up to this one, at least.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="IOException">It could not be read to its end.</exception>
    public static async Task<FeedTruth> ReadAsync(FeedConnection gateway, long start, long end, CancellationToken stop)
    {
        var truth = new FeedTruth(start);
        if (end <= start)
            return truth;
        var (epoch, _) = await gateway.BoardAsync(stop);
        using var answer = await gateway.FeedAsync(start, epoch, comesBack: false, stop);
        await using var stream = await answer.Content.ReadAsStreamAsync(stop);
        var buffer = new byte[FeedRunOptions.FrameBytesMax];
        var held = 0;
        while (truth.positions.Count == 0 || truth.positions[^1] < end)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(held), stop).AsTask().WaitAsync(FeedRunOptions.SilentFor, stop);
            if (read == 0)
                throw new IOException("The feed ended before the truth was read.");
            held = truth.Take(buffer, held + read);
        }

        for (var i = 1; i < truth.positions.Count; i++)
        {
            if (truth.positions[i] <= truth.positions[i - 1])
                truth.Faults.Add($"afterwards, {truth.positions[i]} came behind {truth.positions[i - 1]}");
        }

        // Positions are counted one by one: a hole is an event that nobody was told of.
        var holes = truth.positions[^1] - start - truth.positions.Distinct().Count();
        if (holes != 0)
            truth.Faults.Add($"afterwards, {holes} positions between {start} and {truth.positions[^1]} did not come");
        return truth;
    }

    /// <summary>Reads the trail of every thing that was heard of, and notes where it says otherwise.</summary>
    public async Task CompareTrailsAsync(TrailReader reader, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var end = positions.Count == 0 ? Start : positions[^1];
        var named = streams.Where(s => Trailed.Any(t => s.Key.StartsWith(t, StringComparison.Ordinal))).ToDictionary();
        foreach (var (stream, trail) in await reader.ReadAsync(named.Keys, 8, stop))
        {
            if (trail.Problem is { } problem)
                Faults.Add(problem);
            else if (!named[stream].SetEquals(trail.Events.Select(e => e.Position).Where(p => p > Start && p <= end)))
                Faults.Add($"the trail of {stream} is not what the feed tells of it");
        }
    }

    /// <summary>How many events lie in (<paramref name="after"/>, <paramref name="upTo"/>].</summary>
    public int Count(long after, long upTo) => Index(upTo) - Index(after);

    /// <summary>The sum of their digests.</summary>
    public ulong Sum(long after, long upTo) => unchecked(sums[Index(upTo)] - sums[Index(after)]);

    /// <summary>The positions of the streams whose name begins with this word.</summary>
    public IEnumerable<long> PositionsOf(string word) =>
        streams.Where(s => s.Key.StartsWith(word + "/", StringComparison.Ordinal)).SelectMany(s => s.Value);

    // How many lie up to and with it.
    private int Index(long position)
    {
        var found = positions.BinarySearch(position);
        return found >= 0 ? found + 1 : ~found;
    }

    private int Take(byte[] buffer, int held)
    {
        ReadOnlySpan<byte> left = buffer.AsSpan(0, held);
        while (FeedFrame.TryTake(ref left, out var frame))
        {
            if (frame.Id is not { } id)
                throw new IOException($"The feed that was to tell the truth was ended: {System.Text.Encoding.UTF8.GetString(frame.Name)}.");
            if (frame.Name.IsEmpty)
                continue;
            positions.Add(id);
            sums.Add(unchecked(sums[^1] + frame.Digest()));
            var stream = StreamOf(frame.Data);
            if (!streams.TryGetValue(stream, out var told))
                streams[stream] = told = [];
            told.Add(id);
        }

        left.CopyTo(buffer);
        return left.Length;
    }

    private static string StreamOf(ReadOnlySpan<byte> data)
    {
        var json = new Utf8JsonReader(data);
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("stream"u8) && json.Read())
                return json.GetString()!;
        }

        throw new FormatException("An event of no stream.");
    }
}
