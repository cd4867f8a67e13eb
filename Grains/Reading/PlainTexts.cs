using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Erasing;
using Tocsin.StreamKinds;
using Tocsin.Versions;

namespace Tocsin.Reading;

/// <summary>
/// Texts that were written before they could be erased stand in plain text in their lines, where destroying a key erases nothing. They are
/// enciphered in place before an erasure is decided on. That alone changes nothing that anybody reads; so it may be done in vain, or twice.
/// </summary>
internal static class PlainTexts
{
    /// <summary>Enciphers what some fields of a stream have in plain text. It reads the whole stream.</summary>
    /// <param name="facts">The services.</param>
    /// <param name="stream">The stream; the command holds its gate.</param>
    /// <param name="fields">The fields that are to be erased: what stays is not touched.</param>
    public static async ValueTask EncipherAsync(IFacts facts, StreamId stream, IReadOnlyList<ErasureField> fields)
    {
        // A process of the version before could not read it.
        var readables = facts.Service<IClusterReadables>();
        if (!readables.ReadsAll && (await readables.CommonAsync()).NewestForm(Ciphers.Readable) == 0)
            return;
        var journal = facts.Service<IJournal>();
        var events = facts.Service<StreamCatalogue>().Of(stream).Events;
        var keys = facts.Service<StreamKeys>();
        StreamKey? key = null;
        for (var version = 0; ;)
        {
            var page = await journal.ReadStreamAsync(stream, version, JournalLimits.EventsPerPage);
            var lines = new List<EncipheredLine>();
            foreach (var happened in page)
            {
                version = happened.Version;
                if (!events.Erasable.TryGetValue(happened.Kind, out var members))
                    continue;
                key ??= (await keys.LoadAsync(journal, [stream])).GetValueOrDefault(stream) ?? StreamKey.New(0);
                if (Ciphers.EncipherLine(happened.Hashed, members, fields, stream, key) is { } line)
                    lines.Add(new EncipheredLine(happened.Position, line));
            }

            if (lines.Count > 0)
                await journal.EncipherAsync(stream, key!.ToText(), lines);
            if (page.Count < JournalLimits.EventsPerPage)
                return;
        }
    }
}
