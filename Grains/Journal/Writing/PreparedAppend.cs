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
        if (request.Heads.Count is < 1 or > JournalLimits.StreamsPerAppend)
            throw Broken($"1 to {JournalLimits.StreamsPerAppend} streams");
        if (request.Events.Count > JournalLimits.EventsPerAppend)
            throw Broken($"at most {JournalLimits.EventsPerAppend} events");
        if (request.Events.Count == 0 && request.Key is null)
            throw Broken("an event or a key");

        var versions = new Dictionary<StreamId, int>(request.Heads.Count);
        foreach (var head in request.Heads)
        {
            if (!versions.TryAdd(head.Stream, head.ExpectedVersion))
                throw Broken("each stream once");
        }

        var events = new PreparedEvent[request.Events.Count];
        var tail = EventLine.TailStart(request.Actor, request.CommandId);
        for (var i = 0; i < events.Length; i++)
        {
            var pending = request.Events[i];
            if (!versions.ContainsKey(pending.Stream))
                throw Broken("a head for each event's stream");
            if (pending.Data.Length > JournalLimits.LineLength)
                throw Broken($"data of at most {JournalLimits.LineLength} characters");
            var version = ++versions[pending.Stream];
            events[i] = new PreparedEvent(
                pending.Stream,
                version,
                pending.Kind,
                pending.OccurredAt,
                EventLine.Head(pending.Stream, version, pending.Kind, pending.OccurredAt),
                string.Concat(tail, pending.Data, "}"))
            {
                PlainTail = pending.Plain is null ? null : string.Concat(tail, pending.Plain, "}"),
            };
        }

        foreach (var head in request.Heads)
        {
            if ((head.Board is not null) != (versions[head.Stream] > head.ExpectedVersion))
                throw Broken("a board entry exactly where there are events");
        }

        foreach (var change in request.Listings)
            RequireKeys(change.After.Keys);
        if (request.Claims.Count > 0)
            RequireClaims(request.Claims);
        var left = new int[request.Heads.Count];
        var sums = new int?[left.Length];
        for (var i = 0; i < left.Length; i++)
        {
            left[i] = versions[request.Heads[i].Stream];
            sums[i] = BoardSum(request.Heads[i], left[i]);
        }

        return new PreparedAppend(request, events, left, sums);
    }

    private static int? BoardSum(StreamHead head, int version) => head.Board is { } entry
        ? RowSum.OfBoard(head.Stream.ToString(), (long)head.Stream.Kind, head.Stream.Bucket, version, entry, head.ListedAt)
        : null;

    private static void RequireKeys(IReadOnlyList<string> keys)
    {
        if (keys.Count > JournalLimits.ListKeysMax)
            throw Broken($"at most {JournalLimits.ListKeysMax} keys of a list");
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i].Length > JournalLimits.ListKeyMaxLength)
                throw Broken($"keys of at most {JournalLimits.ListKeyMaxLength} characters");
        }
    }

    private static void RequireClaims(IReadOnlyList<ClaimChange> claims)
    {
        if (claims.Count > JournalLimits.ClaimsPerAppend)
            throw Broken($"at most {JournalLimits.ClaimsPerAppend} names");
        if (claims.Any(c => c.Name.Length > JournalLimits.ClaimMaxLength))
            throw Broken($"names of at most {JournalLimits.ClaimMaxLength} characters");
        var taken = claims.Where(c => c.Taken).Select(c => c.Name).ToList();
        if (taken.Distinct().Count() != taken.Count)
            throw Broken("each name taken once");
    }

    private static ArgumentException Broken(string needs) => new($"An append needs {needs}.");
}
