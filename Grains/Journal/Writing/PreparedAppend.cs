using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal.Damage;

namespace Tocsin.Journal.Writing;

/// <summary>
/// An append that was checked against <see cref="JournalLimits"/>, with its lines. It is made on the caller's thread, so that the writer
/// only has to send it.
/// </summary>
public sealed class PreparedAppend
{
    private PreparedAppend(
        AppendRequest request, IReadOnlyList<PreparedEvent> events, IReadOnlyList<int> versions, IReadOnlyList<int?> boardSums)
    {
        Request = request;
        Events = events;
        Versions = versions;
        BoardSums = boardSums;
    }

    /// <summary>What was asked.</summary>
    public AppendRequest Request { get; }

    /// <summary>The events, in the request's order.</summary>
    public IReadOnlyList<PreparedEvent> Events { get; }

    /// <summary>For each head, in the request's order: the version that the append leaves.</summary>
    public IReadOnlyList<int> Versions { get; }

    /// <summary>For each head: what is known of its board row's checksum before the append; null where none is written.</summary>
    public IReadOnlyList<int?> BoardSums { get; }

    /// <summary>Whether it writes nothing, and only makes sure that what was found is durable (<see cref="Confirmation"/>).</summary>
    public bool IsConfirmation => Request.Heads.Count == 0;

    /// <summary>What <see cref="IJournal.ConfirmAsync"/> sends through the queue of appends.</summary>
    public static PreparedAppend Confirmation(Epoch epoch) =>
        new(new AppendRequest(CommandId.New(), new Actor("", ""), epoch, [], []), [], [], []);

    /// <summary>Checks a request and makes its lines.</summary>
    /// <exception cref="ArgumentException">It breaks a limit or is inconsistent.</exception>
    public static PreparedAppend Of(AppendRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Require(request.Heads.Count is >= 1 and <= JournalLimits.StreamsPerAppend, $"1 to {JournalLimits.StreamsPerAppend} streams");
        Require(request.Events.Count <= JournalLimits.EventsPerAppend, $"at most {JournalLimits.EventsPerAppend} events");
        Require(request.Events.Count > 0 || request.Key is not null, "an event or a key");

        var versions = new Dictionary<StreamId, int>(request.Heads.Count);
        foreach (var head in request.Heads)
            Require(versions.TryAdd(head.Stream, head.ExpectedVersion), "each stream once");

        var events = new PreparedEvent[request.Events.Count];
        var tail = EventLine.TailStart(request.Actor, request.CommandId);
        for (var i = 0; i < events.Length; i++)
        {
            var pending = request.Events[i];
            Require(versions.ContainsKey(pending.Stream), "a head for each event's stream");
            Require(pending.Data.Length <= JournalLimits.LineLength, $"data of at most {JournalLimits.LineLength} characters");
            var version = ++versions[pending.Stream];
            events[i] = new PreparedEvent(
                pending.Stream,
                version,
                pending.Kind,
                pending.OccurredAt,
                EventLine.Head(pending.Stream, version, pending.Kind, pending.OccurredAt),
                string.Concat(tail, pending.Data, "}"));
        }

        foreach (var head in request.Heads)
        {
            Require(
                (head.Board is not null) == (versions[head.Stream] > head.ExpectedVersion),
                "a board entry exactly where there are events");
        }

        foreach (var change in request.Listings)
        {
            Require(change.After.Keys.Count <= JournalLimits.ListKeysMax, $"at most {JournalLimits.ListKeysMax} keys of a list");
            Require(
                change.After.Keys.All(k => k.Length <= JournalLimits.ListKeyMaxLength),
                $"keys of at most {JournalLimits.ListKeyMaxLength} characters");
        }

        Require(request.Claims.Count <= JournalLimits.ClaimsPerAppend, $"at most {JournalLimits.ClaimsPerAppend} names");
        Require(
            request.Claims.All(c => c.Name.Length <= JournalLimits.ClaimMaxLength),
            $"names of at most {JournalLimits.ClaimMaxLength} characters");
        var taken = request.Claims.Where(c => c.Taken).Select(c => c.Name).ToList();
        Require(taken.Distinct().Count() == taken.Count, "each name taken once");
        return new PreparedAppend(
            request,
            events,
            [.. request.Heads.Select(h => versions[h.Stream])],
            [.. request.Heads.Select(h => BoardSum(h, versions[h.Stream]))]);
    }

    private static int? BoardSum(StreamHead head, int version) => head.Board is { } entry
        ? RowSum.OfBoard(head.Stream.ToString(), (long)head.Stream.Kind, head.Stream.Bucket, version, entry, head.ListedAt)
        : null;

    private static void Require(bool holds, string what)
    {
        if (!holds)
            throw new ArgumentException($"An append needs {what}.");
    }
}
