using System.Text.Json;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal.Erasing;
using Tocsin.Journal.Writing;
using Tocsin.StreamKinds;

namespace Tocsin.Auditing;

/// <summary>
/// A stream of which more events follow: its head, and its state so far. Once an event cannot be folded or is missing, only the head is
/// kept: without that event, the state would be one that no command ever saw.
/// </summary>
internal sealed class StreamFold(StreamCatalogue kinds, StreamId stream)
{
    /// <summary>The version of the last event seen.</summary>
    public int Version { get; private set; }

    /// <summary>Its hash.</summary>
    public byte[] Hash { get; private set; } = EventLine.FirstHash.ToArray();

    /// <summary>The state after the events so far; null if it is not known.</summary>
    public IStreamState? State { get; private set; } = kinds.Initial(stream);

    /// <summary>The words of the fields of which texts were read so far whose key is gone.</summary>
    public HashSet<string> Lost { get; } = new(StringComparer.Ordinal);

    /// <summary>The last event seen.</summary>
    public StoredEvent? Last { get; private set; }

    /// <summary>Takes the next event and hands it on.</summary>
    /// <param name="stored">The event.</param>
    /// <param name="key">The stream's keys; null: it has none.</param>
    /// <param name="see">Gets it with the states before and after; null: nobody does.</param>
    /// <param name="findings">Gets a finding if the event cannot be read.</param>
    public void Take(StoredEvent stored, StreamKey? key, Action<AuditedEvent>? see, AuditFindings findings)
    {
        var isEnciphered = Ciphers.IsIn(stored.Line);
        var line = isEnciphered ? Ciphers.Decipher(stored.Line, stream, key, Lost) : stored.Line;
        using var document = Parse(stored, line, findings);
        var (before, version, hash) = (State, Version, Hash);
        object? happened = null;
        if (stored.Version != version + 1 || document is null)
            State = null;
        else if (State is not null)
            (happened, State) = Apply(State, stored, document.RootElement, findings);
        (Version, Hash, Last) = (stored.Version, stored.Hash, stored);
        var isErased = isEnciphered && line.EndsWith(Ciphers.ErasedEnd, StringComparison.Ordinal);
        see?.Invoke(new AuditedEvent(stored, stream, document?.RootElement, version, hash, happened, State is null ? null : before, State)
        {
            Deciphered = isEnciphered && !isErased ? line : null,
            IsErased = isErased,
        });
    }

    private static JsonDocument? Parse(StoredEvent stored, string line, AuditFindings findings)
    {
        try
        {
            return JsonDocument.Parse(line);
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
            // An edited event may make the fold throw anything: a fold does not check for events that no rule writes.
            findings.Add(FindingKind.Unreadable, stored.Stream, stored.Position, $"it cannot be folded ({e.GetType().Name})");
        }

        return (null, null);
    }
}
