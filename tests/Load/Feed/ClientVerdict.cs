namespace Tocsin.Tests.Load.Feed;

/// <summary>What one client saw, beside what happened.</summary>
/// <param name="Missed">Events that it was not told, up to where it says it was told, or up to the end if that is later.</param>
/// <param name="Repeated">Events that it was told twice.</param>
/// <param name="OutOfOrder">Events that it was told behind a later one.</param>
/// <param name="Altered">Whether what it was told of them is something else than what happened.</param>
public readonly record struct ClientVerdict(int Missed, int Repeated, int OutOfOrder, bool Altered)
{
    /// <summary>Whether it saw exactly what happened.</summary>
    public bool IsExact => this is { Missed: 0, Repeated: 0, OutOfOrder: 0, Altered: false };

    /// <summary>Judges a client.</summary>
    /// <param name="seen">What it saw; null: it never had a board.</param>
    /// <param name="sum">The sum of its digests.</param>
    /// <param name="repeated">What came twice.</param>
    /// <param name="outOfOrder">What came behind a later one.</param>
    /// <param name="passed">Up to where it was told.</param>
    /// <param name="end">Up to where it must have been told.</param>
    /// <param name="truth">What happened.</param>
    /// <param name="excused">Positions that it need not have been told; null: none.</param>
    public static ClientVerdict Of(
        SeenPositions? seen,
        ulong sum,
        int repeated,
        int outOfOrder,
        long passed,
        long end,
        FeedTruth truth,
        IReadOnlySet<long>? excused = null)
    {
        ArgumentNullException.ThrowIfNull(truth);
        if (seen is null)
            return new ClientVerdict(truth.Count(truth.Start, end), repeated, outOfOrder, false);
        var missed = 0;
        var until = Math.Max(passed, end);
        var unseen = 0;
        foreach (var position in truth.Positions)
        {
            if (position <= seen.Start || position > until || seen.Has(position))
                continue;
            if (excused?.Contains(position) == true)
                unseen++;
            else
                missed++;
        }

        // Whoever missed nothing has the sum of what happened, or was told of something that did not, or of something else.
        var (count, total) = (truth.Count(seen.Start, until), truth.Sum(seen.Start, until));
        var altered = missed == 0 && (seen.Count != count - unseen || (unseen == 0 && sum != total));
        return new ClientVerdict(missed, repeated, outOfOrder, altered);
    }

    /// <summary>Judges a client of a run.</summary>
    public static ClientVerdict Of(FeedClient client, long end, FeedTruth truth, IReadOnlySet<long>? excused = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        return Of(client.Seen, client.Sum, client.Repeated, client.OutOfOrder, client.Passed, end, truth, excused);
    }
}
