using System.Text.Json;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal.Writing;
using Tocsin.StreamKinds;

namespace Tocsin.Auditing;

/// <summary>
/// One stream while events of it are still to come: its head, and what its events come to so far. Once one of them cannot be folded, or is
/// missing, only the head goes on: what the rest would come to without it is nothing that anybody decided on.
/// </summary>
internal sealed class StreamFold(StreamCatalogue kinds, StreamId stream)
{
    /// <summary>The version of the last event seen.</summary>
    public int Version { get; private set; }

    /// <summary>Its hash.</summary>
    public byte[] Hash { get; private set; } = EventLine.FirstHash.ToArray();

    /// <summary>What the events come to; null when that cannot be known.</summary>
    public IStreamState? State { get; private set; } = kinds.Initial(stream);

    /// <summary>The last event seen.</summary>
    public StoredEvent? Last { get; private set; }

    /// <summary>Takes the next event and hands it on.</summary>
    /// <param name="stored">The event.</param>
    /// <param name="see">Is handed it with the states before and after; null: nobody is.</param>
    /// <param name="findings">Where an event that cannot be read is told.</param>
    public void Take(StoredEvent stored, Action<AuditedEvent>? see, AuditFindings findings)
    {
        using var document = Parse(stored, findings);
        var (before, version, hash) = (State, Version, Hash);
        object? happened = null;
        if (stored.Version != version + 1 || document is null)
            State = null;
        else if (State is not null)
            (happened, State) = Apply(State, stored, document.RootElement, findings);
        (Version, Hash, Last) = (stored.Version, stored.Hash, stored);
        see?.Invoke(new AuditedEvent(stored, stream, document?.RootElement, version, hash, happened, State is null ? null : before, State));
    }

    private static JsonDocument? Parse(StoredEvent stored, AuditFindings findings)
    {
        try
        {
            return JsonDocument.Parse(stored.Line);
        }
        catch (JsonException)
        {
            findings.Add(FindingKind.Unreadable, stored.Stream, stored.Position, "its line is no JSON");
            return null;
        }
    }

    private (object? Happened, IStreamState? After) Apply(IStreamState state, StoredEvent stored, JsonElement line, AuditFindings findings)
    {
        try
        {
            var happened = kinds.Decode(stream, stored.Kind, line);
            return (happened, state.Apply(happened, stored.OccurredAt));
        }
        catch (NewerVersionException)
        {
            findings.Add(
                FindingKind.Unreadable,
                stored.Stream,
                stored.Position,
                "this program does not know its kind: a newer one wrote it, or nobody did");
        }
        catch (Exception e)
        {
            // Whatever an edited event throws: rules that refuse nothing need not guard against what no rule has written.
            findings.Add(FindingKind.Unreadable, stored.Stream, stored.Position, $"it cannot be folded ({e.GetType().Name})");
        }

        return (null, null);
    }
}
