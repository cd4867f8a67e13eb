using System.Globalization;
using System.Runtime.CompilerServices;
using Tocsin.Commands;
using Tocsin.Identity;

namespace Tocsin.Journal.Writing;

/// <summary>
/// An append that was checked against <see cref="JournalLimits"/>, with its lines. It is made on the caller's thread, so that the writer
/// only has to send it.
/// </summary>
public sealed class PreparedAppend
{
    private PreparedAppend(AppendRequest request, IReadOnlyList<PreparedEvent> events, IReadOnlyList<int> versions)
    {
        Request = request;
        Events = events;
        Versions = versions;
    }

    /// <summary>What was asked.</summary>
    public AppendRequest Request { get; }

    /// <summary>The events, in the request's order.</summary>
    public IReadOnlyList<PreparedEvent> Events { get; }

    /// <summary>For each head, in the request's order: the version that the append leaves.</summary>
    public IReadOnlyList<int> Versions { get; }

    /// <summary>Whether it writes nothing, and only makes sure that what was found is durable (<see cref="Confirmation"/>).</summary>
    public bool IsConfirmation => Request.Heads.Count == 0;

    /// <summary>What <see cref="IJournal.ConfirmAsync"/> sends through the queue of appends.</summary>
    public static PreparedAppend Confirmation(Epoch epoch) =>
        new(new AppendRequest(CommandId.New(), new Actor("", ""), epoch, [], []), [], []);

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
            RequireKeys(change.After.Keys);
        if (request.Claims.Count > 0)
            RequireClaims(request.Claims);
        var left = new int[request.Heads.Count];
        for (var i = 0; i < left.Length; i++)
            left[i] = versions[request.Heads[i].Stream];
        return new PreparedAppend(request, events, left);
    }

    private static void RequireKeys(IReadOnlyList<string> keys)
    {
        Require(keys.Count <= JournalLimits.ListKeysMax, $"at most {JournalLimits.ListKeysMax} keys of a list");
        for (var i = 0; i < keys.Count; i++)
        {
            Require(
                keys[i].Length <= JournalLimits.ListKeyMaxLength, $"keys of at most {JournalLimits.ListKeyMaxLength} characters");
        }
    }

    private static void RequireClaims(IReadOnlyList<ClaimChange> claims)
    {
        Require(claims.Count <= JournalLimits.ClaimsPerAppend, $"at most {JournalLimits.ClaimsPerAppend} names");
        Require(
            claims.All(c => c.Name.Length <= JournalLimits.ClaimMaxLength), $"names of at most {JournalLimits.ClaimMaxLength} characters");
        var taken = claims.Where(c => c.Taken).Select(c => c.Name).ToList();
        Require(taken.Distinct().Count() == taken.Count, "each name taken once");
    }

    private static void Require(bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] ref Requirement what)
    {
        if (!holds)
            throw new ArgumentException($"An append needs {what.ToText()}.");
    }

    private static void Require(bool holds, string what)
    {
        if (!holds)
            throw new ArgumentException($"An append needs {what}.");
    }

    /// <summary>A text that is only made where a requirement does not hold.</summary>
    [InterpolatedStringHandler]
    private ref struct Requirement
    {
        private DefaultInterpolatedStringHandler _text;
        private readonly bool _isMade;

        public Requirement(int literalLength, int formattedCount, bool holds, out bool isMade)
        {
            _isMade = isMade = !holds;
            if (isMade)
                _text = new DefaultInterpolatedStringHandler(literalLength, formattedCount, CultureInfo.InvariantCulture);
        }

        public void AppendLiteral(string text) => _text.AppendLiteral(text);

        public void AppendFormatted(int number) => _text.AppendFormatted(number);

        public string ToText() => _isMade ? _text.ToStringAndClear() : "";
    }
}
