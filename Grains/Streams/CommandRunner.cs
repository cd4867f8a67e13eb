using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.StreamKinds;
using Tocsin.Telemetry;
using Tocsin.Versions;

namespace Tocsin.Streams;

/// <summary>
/// One command, from its gates to its answer: take the gates, decide, append, tell. A yes is checked by the append, a no by a read: before
/// it refuses, or says that nothing changes, it makes sure that its states are as new as the journal's.
/// </summary>
internal sealed class CommandRunner(StreamHost host, StreamCache own, CommandPlan plan)
{
    /// <summary>How often a command may lose the race for the same thing before it is answered <c>conflict</c>.</summary>
    private const int MaxConflicts = 3;

    /// <summary>How often a command may find its memory old, its number taken or its history gone, before it gives up.</summary>
    private const int MaxRefreshes = 10;

    private readonly Dictionary<StreamId, int> _atLeast = [];
    private DecisionContext? _facts;
    private IEnumerable<StreamId> _touched = [];
    private int _conflicts;

    private CommandContext Context => plan.Context;

    private UseCase Case => plan.Case;

    // A later try asks the journal; the first one knows it when another was carried out: it is among the commands that its state comes
    // from.
    private bool MayHaveTwin => !Context.Keyed && (Context.Attempt > 1 || own.HasSeen(Context.Id));

    /// <summary>Runs it.</summary>
    /// <exception cref="JournalUnavailableException">The journal cannot be written or read now; the command may or may not have been
    /// done.</exception>
    public async Task<CommandAnswer> RunAsync()
    {
        for (var round = 0; round < MaxConflicts + MaxRefreshes; round++)
        {
            var epoch = host.Journal.Epoch;
            var held = new HeldStreams(host, own, Context.Id, epoch);
            try
            {
                if (!await (Spans.Source.HasListeners() ? TakeTracedAsync(held) : held.TakeAsync(plan, _atLeast)))
                {
                    return await RepeatAsync()
                        ?? Refused(RefusalCode.Conflict, "Others were at the same thing for too long. Send it again.");
                }

                if (await TryAsync(held, epoch) is { } answer)
                    return answer;
                if (_conflicts >= MaxConflicts)
                    break;
            }
            finally
            {
                held.Release(null);
            }
        }

        // A board row whose version is damaged conflicts with every command: looking at it says so.
        foreach (var stream in _touched)
            await host.Journal.FindAsync(stream);
        return await RepeatAsync() ?? Refused(RefusalCode.Conflict, "Lost the race for the same thing too often. Send it again.");
    }

    private static CommandAnswer Refused(RefusalCode code, string detail) => CommandAnswer.Refused(new Refusal(code, detail));

    private async Task<bool> TakeTracedAsync(HeldStreams held)
    {
        using var span = Spans.Source.StartActivity(Spans.Gates);
        var taken = await held.TakeAsync(plan, _atLeast);
        span?.SetTag("tocsin.gates.streams", held.States.All.Count);
        span?.SetTag("tocsin.gates.taken", taken);
        return taken;
    }

    /// <summary>One try behind its gates; null: try again.</summary>
    private async Task<CommandAnswer?> TryAsync(HeldStreams held, Epoch epoch)
    {
        var states = held.States;
        _touched = states.All.Keys;
        var mismatch = Mismatch(states.All[own.Stream].Version);
        var decision = mismatch is null
            ? await host.Readables.LimitAsync(Case.Decide(own.Stream, plan.Command, states, await FactsAsync(states)))
            : Decision.Refuse(mismatch);

        if (decision.Refusal is not null || (decision.Events.Count == 0 && !Context.Keyed))
        {
            if (await IsOldAsync(states))
                return null;
            if (await RepeatAsync() is { } earlier)
                return earlier;
            if (decision.Refusal is { } refusal)
                return CommandAnswer.Refused(refusal);
            await host.Journal.ConfirmAsync(epoch);
            return Answer(new PendingAppend(plan, host, states, decision, AppendKeys.None), decision);
        }

        // Without a key only the journal itself tells what another try of this very command did: the events up to the version that is
        // decided on say so, and the append compares that version.
        if (MayHaveTwin && await RepeatAsync() is { } done)
            return done;

        if (!await PlainTexts.EncipherAsync(host, states, decision)
            || await AppendKeys.FindAsync(host, own.Stream, states, decision, Context.Keyed) is not { } keys)
        {
            _conflicts++;
            await IsOldAsync(states);
            return null;
        }

        var append = new PendingAppend(plan, host, states, decision, keys);
        var result = await host.Journal.AppendAsync(append.ToRequest(epoch));
        switch (result.Outcome)
        {
            case AppendOutcome.Committed:
                host.Recorded.See(result.RecordedAt);
                keys.Committed(host.StreamKeys);
                held.Release(append.After);
                host.Observer.Committed(states, append.After, decision.Events, host.Now - host.HistoricAfter);
                return Answer(append, decision);
            case AppendOutcome.Repeated:
                return await RepeatAsync(confirmed: true);
            case AppendOutcome.NumberTaken:
                if (_facts is { } facts)
                    Case.Discard?.Invoke(host, facts);
                _facts = null;
                return null;
            case AppendOutcome.ClaimTaken:
                return await RepeatAsync()
                    ?? (Case.Claimed is { } refuse
                        ? CommandAnswer.Refused(refuse(plan.Command))
                        : Refused(RefusalCode.Conflict, "Another thing holds a name that must be unique."));
            case AppendOutcome.EpochMoved:
                host.Recorded.Forget();
                host.Registry.Forget();
                _atLeast.Clear();
                return null;
            default:
                _conflicts++;
                await IsOldAsync(states);

                // What it relied on may have moved: the facts are found anew.
                if (decision.Relies.Count > 0)
                    _facts = null;
                return null;
        }
    }

    private Refusal? Mismatch(int version) => Context.IfMatch switch
    {
        null => null,
        CommandContext.AnyVersion when version > 0 => null,
        { } expected when expected == version && version > 0 => null,
        _ when version == 0 && !Case.MayComeFirst => null,
        _ => new Refusal(RefusalCode.VersionMismatch, $"It is at version {version}."),
    };

    /// <summary>Whether the journal has more of a stream than the states show; the next try then loads it.</summary>
    private async Task<bool> IsOldAsync(StateSet states)
    {
        var streams = states.All.Keys.ToList();
        var versions = await host.Journal.VersionsAsync(streams);
        var old = false;
        for (var i = 0; i < streams.Count; i++)
        {
            if (versions[i] <= states.All[streams[i]].Version)
                continue;
            _atLeast[streams[i]] = versions[i];
            old = true;
        }

        return old;
    }

    /// <summary>
    /// The answer of this command, if it was carried out before: the thing as it stands now, to an actor who may read it now. A key is
    /// remembered for ever, and must not show for ever what is no longer the actor's affair.
    /// </summary>
    /// <param name="confirmed">Whether it is known that what it wrote is durable.</param>
    private async Task<CommandAnswer?> RepeatAsync(bool confirmed = false)
    {
        var epoch = host.Journal.Epoch;
        string? extra = null;
        var (created, version) = (false, int.MaxValue);
        if (Context.Keyed)
        {
            if (await host.Journal.FindCommandAsync(Context.Id) is not { } row)
                return null;
            if (!await IsSameAsync(row.Key.Digest, host.DigestOf(Context.BodyDigest!)))
                return Refused(RefusalCode.KeyReused, "This key came with another body before.");
            (extra, created, version) = (row.Key.Extra, row.Key.Status == PendingAppend.CreatedStatus, row.Version);
        }
        else if (MayHaveTwin)
        {
            if (!await host.Journal.HasCommandAsync(own.Stream, Context.Id))
                return null;
            created = Case.OnlyCreates;
        }
        else
        {
            return null;
        }

        var answers = own.Stream;
        if (Case.Repeat is { } find)
        {
            if (await WrittenAsync(version) is not { } happened)
                return null;
            (answers, created) = find(happened);
        }

        if (!Context.Keyed && Case.RepeatedExtra is { } extraOf)
            extra = await WrittenAsync(version) is { } wrote ? extraOf(wrote) : null;

        var rows = await host.Journal.ReadBoardAsync(plan.Beside is { } beside ? [answers, beside] : [answers]);
        if (rows is not [var thing, ..])
            return null;
        if (!confirmed)
            await host.Journal.ConfirmAsync(epoch);
        if (!rows.All(row => host.Kinds.Of(row.Stream).MayRead(row, Context.Actor, host.Now)))
            return Refused(RefusalCode.NotYours, "It was done before, and is another's affair now.") with { Replayed = true };
        var view = Case.Answer(thing.Entry.View, rows is [_, var second] ? second.Entry.View : null, extra);
        return new CommandAnswer(null, view, thing.Version, created, true, answers.Id);
    }

    /// <summary>Whether a request is the one whose digest was kept, under the stream's key where it had one.</summary>
    private async ValueTask<bool> IsSameAsync(byte[] kept, byte[] digest) =>
        kept.AsSpan().SequenceEqual(digest)
        || ((await host.StreamKeys.LoadAsync(host.Journal, [own.Stream])).TryGetValue(own.Stream, out var key)
            && kept.AsSpan().SequenceEqual(key.DigestOf(digest)));

    /// <summary>The last event that this command wrote on its own stream; null: it wrote none.</summary>
    /// <param name="version">The stream's version after it, or a later one: the command is among the last that wrote.</param>
    private async Task<object?> WrittenAsync(int version)
    {
        var end = Math.Min(version, (await host.Journal.VersionsAsync([own.Stream]))[0]);
        var last = await host.Journal.ReadStreamAsync(own.Stream, Math.Max(0, end - CommandWindow.Most), CommandWindow.Most);
        return last.LastOrDefault(e => e.CommandId == Context.Id) is { } happened
            ? host.Kinds.Decode(own.Stream, happened.Kind, happened.Line)
            : null;
    }

    private CommandAnswer Answer(PendingAppend append, Decision decision)
    {
        var answers = decision.Answers ?? own.Stream;
        var beside = plan.Beside is { } second && append.After.Knows(second) ? append.View(second) : null;
        var view = Case.Answer(append.View(answers), beside, decision.Extra);
        return new CommandAnswer(null, view, append.After.All[answers].Version, append.Creates, false, answers.Id);
    }

    private async ValueTask<DecisionContext> FactsAsync(StateSet states)
    {
        await host.Recorded.LoadAsync(host.Journal);
        if (_facts is null || Case.FactsOfEachTry)
        {
            var context = new DecisionContext(host.Now, Context.Actor)
            {
                HistoricAfter = host.HistoricAfter,
                MaxDistanceMeters = host.MaxDistanceMeters,
                DeviceTolerance = host.DeviceTolerance,
                Digest = host.DigestOf,
            };
            _facts = Case.Facts is { } find ? await find(host, own.Stream, plan.Command, states, context) : context;
        }

        return _facts with { Now = host.Now };
    }
}
