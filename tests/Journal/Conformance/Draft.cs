using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>An append in the making.</summary>
public sealed class Draft(Epoch epoch)
{
    private readonly Dictionary<StreamId, (int Expected, int Events, BoardEntry? Board)> _heads = [];
    private readonly List<StreamId> _order = [];
    private readonly List<PendingEvent> _events = [];
    private readonly List<IncidentRow> _incidents = [];
    private readonly List<ResponseRow> _responses = [];
    private readonly List<CallRow> _calls = [];
    private readonly List<PersonalEntry> _personal = [];
    private readonly List<ListingChange> _listings = [];
    private readonly List<ClaimChange> _claims = [];
    private CommandKey? _key;

    public static DateTimeOffset Noon { get; } = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    public CommandId Id { get; set; } = CommandId.New();

    public Actor Actor { get; set; } = new("wang", "dispatcher");

    /// <summary>Adds an event, and the head that it needs.</summary>
    public Draft Event(
        StreamId stream,
        int expected,
        string kind = "NoteAdded",
        string data = """{"text":"x"}""",
        DateTimeOffset? occurredAt = null,
        BoardEntry? board = null)
    {
        Head(stream, expected);
        var (_, events, before) = _heads[stream];
        _heads[stream] = (expected, events + 1, board ?? before ?? Entry(stream, expected + events + 1));
        _events.Add(new PendingEvent(stream, kind, occurredAt ?? Noon, data));
        return this;
    }

    /// <summary>Adds a head that is only compared.</summary>
    public Draft Head(StreamId stream, int expected)
    {
        if (_heads.TryAdd(stream, (expected, 0, null)))
            _order.Add(stream);
        return this;
    }

    public Draft Keyed(byte digest = 1, short status = 200, string? extra = null)
    {
        _key = new CommandKey([.. Enumerable.Repeat(digest, 32)], status, extra);
        return this;
    }

    public Draft Row(IncidentRow row)
    {
        _incidents.Add(row);
        return this;
    }

    public Draft Row(ResponseRow row)
    {
        _responses.Add(row);
        return this;
    }

    public Draft Row(CallRow row)
    {
        _calls.Add(row);
        return this;
    }

    public Draft Personal(StreamId stream, string? value)
    {
        _personal.Add(new PersonalEntry(stream, value));
        return this;
    }

    /// <summary>Says how lists find a stream, and how they found it before.</summary>
    public Draft Listed(StreamId stream, Listing after, Listing? before = null)
    {
        _listings.Add(new ListingChange(stream, before, after));
        return this;
    }

    public Draft Take(string name, StreamId stream)
    {
        _claims.Add(new ClaimChange(name, stream, true));
        return this;
    }

    public Draft GiveBack(string name, StreamId stream)
    {
        _claims.Add(new ClaimChange(name, stream, false));
        return this;
    }

    public AppendRequest Build() => new(
        Id,
        Actor,
        epoch,
        [.. _order.Select(stream => new StreamHead(stream, _heads[stream].Expected, _heads[stream].Board)
        {
            ListedAt = _listings.Find(l => l.Stream == stream)?.After.At,
        })],
        _events)
    {
        Key = _key,
        Incidents = _incidents,
        Responses = _responses,
        Calls = _calls,
        Personal = _personal,
        Listings = _listings,
        Claims = _claims,
    };

    public static BoardEntry Entry(StreamId stream, int version, bool open = true) =>
        new($$"""{"id":"{{stream.Id}}","version":{{version}}}""", 1, open, 1, 2, "north", null);
}
