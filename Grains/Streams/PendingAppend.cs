using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Streams;

/// <summary>A decision on its way into the journal: the world that it leads to, and all that the append writes.</summary>
internal sealed class PendingAppend
{
    /// <summary>The status code of an answer that made something.</summary>
    public const short CreatedStatus = 201;

    private const short DoneStatus = 200;

    private readonly CommandContext _context;
    private readonly StreamHost _host;
    private readonly World _before;
    private readonly Decision _decision;
    private readonly StreamId _own;
    private readonly Dictionary<StreamId, BoardEntry> _boards = [];

    public PendingAppend(CommandContext context, StreamHost host, StreamId own, World before, Decision decision)
    {
        (_context, _host, _own, _before, _decision) = (context, host, own, before, decision);
        After = before;
        foreach (var happening in decision.Events)
            After = After.After(happening);
        Creates = decision.Events is [var first, ..] && (IsCreationEvent(first.Event) || (first.Event is Policies.PolicySet or RunCards.RunCardSet && before.States[own].Version == 0));
    }

    /// <summary>The world after the decision.</summary>
    public World After { get; }

    /// <summary>Whether it makes something: the answer is 201.</summary>
    public bool Creates { get; }

    /// <summary>Whether a command, when it was carried out, made something.</summary>
    public static bool IsCreation(object command) => command is Incidents.CreateIncident or Calls.ReceiveCall;

    /// <summary>A thing as the contract shows it after the decision; made once.</summary>
    public string View(StreamId stream) => Board(stream).View;

    /// <summary>The append.</summary>
    public AppendRequest ToRequest(Epoch epoch)
    {
        var rows = new NarrowRows();
        var heads = new List<StreamHead>(_before.States.Count);

        // The command's own stream first: it answers for the command.
        foreach (var (stream, state) in _before.States.OrderByDescending(s => s.Key == _own))
        {
            var after = After.States[stream];
            if (after.Version != state.Version)
                after.AddRows(state, rows);
            heads.Add(new StreamHead(stream, state.Version, after.Version == state.Version ? null : Board(stream)));
        }

        return new AppendRequest(
            _context.Id,
            _context.Actor,
            epoch,
            heads,
            [.. _decision.Events.Select(h => new PendingEvent(h.Stream, EventCodec.Kind(h.Event), h.OccurredAt, EventCodec.Encode(h.Event)))])
        {
            Key = _context.BodyDigest is { } body ? new CommandKey(_host.DigestOf(body), Creates ? CreatedStatus : DoneStatus, _decision.Extra) : null,
            Incidents = rows.Incidents,
            Responses = rows.Responses,
            Calls = rows.Calls,
            Personal = _decision.Personal,
        };
    }

    private static bool IsCreationEvent(object happened) =>
        happened is Incidents.IncidentCreated or Calls.CallReceived or Units.UnitRegistered or Stations.StationRegistered;

    private BoardEntry Board(StreamId stream)
    {
        if (!_boards.TryGetValue(stream, out var board))
            _boards.Add(stream, board = After.States[stream].ToBoard());
        return board;
    }
}
