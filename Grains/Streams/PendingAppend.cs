using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Streams;

/// <summary>A decision on its way into the journal: the states that it leads to, and everything that the append writes.</summary>
internal sealed class PendingAppend
{
    /// <summary>The status code of an answer that made something.</summary>
    public const short CreatedStatus = 201;

    private const short DoneStatus = 200;

    private readonly CommandPlan _plan;
    private readonly StreamHost _host;
    private readonly StateSet _before;
    private readonly Decision _decision;
    private readonly AppendKeys _keys;
    private readonly Dictionary<StreamId, BoardEntry> _boards = [];

    public PendingAppend(CommandPlan plan, StreamHost host, StateSet before, Decision decision, AppendKeys keys)
    {
        (_plan, _host, _before, _decision, _keys) = (plan, host, before, decision, keys);
        After = decision.After ?? before.After(decision.Events);
        Creates = plan.Case.Creates && decision.Events is [var first, ..] && before.All[first.Stream].Version == 0;
    }

    /// <summary>The states after the decision.</summary>
    public StateSet After { get; }

    /// <summary>Whether it creates its thing: the answer is 201.</summary>
    public bool Creates { get; }

    /// <summary>A thing as the contract shows it after the decision; made once.</summary>
    public string View(StreamId stream) => Board(stream).View;

    /// <summary>The append.</summary>
    public AppendRequest ToRequest(Epoch epoch)
    {
        var rows = new NarrowRows();
        var heads = new List<StreamHead>(_before.All.Count);
        var listings = new List<ListingChange>();
        var claims = new List<ClaimChange>();

        // The command's own stream first: it answers for the command.
        foreach (var (stream, state) in _before.All.OrderByDescending(s => s.Key == _plan.Own))
        {
            var after = After.All[stream];
            if (after.Version == state.Version)
            {
                heads.Add(new StreamHead(stream, state.Version, null));
                continue;
            }

            after.AddRows(state, rows);
            heads.Add(new StreamHead(stream, state.Version, Board(stream)) { ListedAt = after.ListedAt });
            if (after.ListingChange(state) is { } change)
                listings.Add(change);
            claims.AddRange(after.ClaimChanges(state));
        }

        heads.AddRange(_decision.Relies.Where(r => !_before.Knows(r.Stream)).Select(r => new StreamHead(r.Stream, r.Version, null)));

        return new AppendRequest(
            _plan.Context.Id,
            _plan.Context.Actor,
            epoch,
            heads,
            [.. _decision.Events.Select(h => _keys.Pending(_host, h))])
        {
            Key = _plan.Context.BodyDigest is { } body
                ? new CommandKey(
                    _keys.DigestOf(_plan.Own, _host.DigestOf(body)), Creates ? CreatedStatus : DoneStatus, _decision.Extra)
                : null,
            Incidents = rows.Incidents,
            Responses = rows.Responses,
            Calls = rows.Calls,
            Listings = listings,
            Claims = claims,
            Erases = _keys.Erases,
            Personal = [.. _decision.Personal, .. _keys.Written],
        };
    }

    private BoardEntry Board(StreamId stream)
    {
        if (!_boards.TryGetValue(stream, out var board))
            _boards.Add(stream, board = After.All[stream].ToBoard());
        return board;
    }
}
