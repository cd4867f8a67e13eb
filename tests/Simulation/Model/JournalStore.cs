using Tocsin.Deciding;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Tests.Simulation;

/// <summary>
/// The journal as the contract of <see cref="IJournal"/> has it, in memory: an append compares every expected version, keeps each name to
/// one stream, and writes all or nothing.
/// </summary>
internal sealed class JournalStore(Scheduler scheduler, Sabotage sabotage)
{
    private readonly Dictionary<StreamId, StreamLog> _streams = [];
    private readonly Dictionary<CommandId, CommandRow> _keyed = [];
    private readonly HashSet<(StreamId, CommandId)> _done = [];
    private readonly SortedSet<(DateTimeOffset At, StreamId Stream)> _due = [];
    private readonly Dictionary<string, StreamId> _claims = [];

    /// <summary>All events, in order.</summary>
    public List<JournalEvent> Events { get; } = [];

    /// <summary>The personal data, and the keys of streams.</summary>
    public Dictionary<StreamId, string> Personal { get; } = [];

    /// <summary>Is told of each append before it is answered: the state before and after of each stream in it.</summary>
    public Action<AppendRequest, IReadOnlyList<(IStreamState Before, IStreamState After)>> Written { get; set; } = (_, _) => { };

    public bool AnythingDue => _due.Count > 0;

    public IEnumerable<StreamLog> Streams => _streams.Values;

    public StreamLog? Find(StreamId stream) => _streams.GetValueOrDefault(stream);

    /// <summary>What stands, folded from the text of every event.</summary>
    public IStreamState Truth(StreamId stream) => Find(stream)?.State ?? StreamDefinitions.Catalogue.Initial(stream);

    public int Version(StreamId stream) => Find(stream)?.Events.Count ?? 0;

    public CommandRow? FindCommand(CommandId command) => _keyed.GetValueOrDefault(command);

    public bool Has(StreamId stream, CommandId command) => _done.Contains((stream, command));

    public IEnumerable<DueStream> Due(DateTimeOffset before) =>
        _due.TakeWhile(d => d.At < before).Select(d => new DueStream(d.Stream, d.At));

    public AppendResult Append(AppendRequest request, Epoch epoch)
    {
        if (request.Key is not null && sabotage != Sabotage.ForgottenCommands && FindCommand(request.CommandId) is { } earlier)
            return new AppendResult(AppendOutcome.Repeated, epoch, Earlier: earlier);
        if (sabotage != Sabotage.BlindAppend && request.Heads.Any(h => h.ExpectedVersion != Version(h.Stream)))
            return new AppendResult(AppendOutcome.Conflict, epoch);
        if (!Claim(request.Claims))
            return new AppendResult(AppendOutcome.ClaimTaken, epoch);
        var before = request.Heads.Select(h => Truth(h.Stream)).ToList();
        var first = Events.Count + 1;
        foreach (var pending in request.Events)
            Write(request, pending);
        foreach (var head in request.Heads)
        {
            if (head.Board is { } board)
                Put(head.Stream, board);
        }

        if (request.Key is { } key)
            _keyed[request.CommandId] = new CommandRow(request.CommandId, key, request.Heads[0].Stream, Version(request.Heads[0].Stream));
        foreach (var entry in request.Personal)
        {
            if (entry.Value is { } value)
                Personal[entry.Stream] = value;
            else
                Personal.Remove(entry.Stream);
        }

        Written(request, [.. before.Select(s => (s, Truth(s.Stream)))]);
        return new AppendResult(
            AppendOutcome.Committed,
            epoch,
            new JournalPosition(first),
            new JournalPosition(Events.Count),
            OccurredAtRule.Cut(scheduler.Now));
    }

    // What is given back is free for what is taken.
    private bool Claim(IReadOnlyList<ClaimChange> changes)
    {
        var free = changes.Where(c => !c.Taken && _claims.GetValueOrDefault(c.Name) == c.Stream).Select(c => c.Name).ToHashSet();
        if (changes.Any(c => c.Taken && _claims.TryGetValue(c.Name, out var holder) && holder != c.Stream && !free.Contains(c.Name)))
            return false;
        foreach (var name in free)
            _claims.Remove(name);
        foreach (var change in changes.Where(c => c.Taken))
            _claims[change.Name] = change.Stream;
        return true;
    }

    private void Write(AppendRequest request, PendingEvent pending)
    {
        if (!_streams.TryGetValue(pending.Stream, out var log))
            _streams.Add(pending.Stream, log = new StreamLog(pending.Stream));
        var happened = new JournalEvent(
            new JournalPosition(Events.Count + 1),
            pending.Stream,
            log.Events.Count + 1,
            pending.Kind,
            pending.OccurredAt,
            OccurredAtRule.Cut(scheduler.Now),
            request.CommandId,
            string.Concat("{\"data\":", pending.Plain ?? pending.Data, "}"),
            BitConverter.GetBytes(Events.Count + 1))
        {
            Stored = pending.Plain is null ? null : string.Concat("{\"data\":", pending.Data, "}"),
        };
        Events.Add(happened);
        log.Add(happened);
        _done.Add((pending.Stream, request.CommandId));
    }

    private void Put(StreamId stream, BoardEntry board)
    {
        var log = _streams[stream];
        if (log.Board?.DueAt is { } was)
            _due.Remove((was, stream));
        if (board.DueAt is { } due)
            _due.Add((due, stream));
        log.Board = board;
    }
}
