using Tocsin.Deciding;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Erasing;
using Tocsin.StreamKinds;

namespace Tocsin.Reading;

/// <summary>Finds out whether a stream holds texts that were written before they could be erased. It reads the whole stream.</summary>
internal static class PlainTextFinding
{
    /// <summary>The fact.</summary>
    /// <param name="facts">The services.</param>
    /// <param name="asked">The streams, each with the fields that are to be erased.</param>
    public static async ValueTask<PlainTexts> FindAsync(
        IFacts facts, IEnumerable<(StreamId Stream, IReadOnlyList<ErasureField> Fields)> asked)
    {
        foreach (var (stream, fields) in asked)
        {
            if (await IsInAsync(facts.Service<IJournal>(), facts.Service<StreamCatalogue>().Of(stream).Events, stream, fields))
                return new PlainTexts(true);
        }

        return new PlainTexts(false);
    }

    private static async ValueTask<bool> IsInAsync(IJournal journal, EventTypes events, StreamId stream, IReadOnlyList<ErasureField> fields)
    {
        for (var version = 0; ;)
        {
            var page = await journal.ReadStreamAsync(stream, version, JournalLimits.EventsPerPage);
            foreach (var happened in page)
            {
                version = happened.Version;
                if (events.Erasable.TryGetValue(happened.Kind, out var members) && Ciphers.HasPlain(happened.Hashed, members, fields))
                    return true;
            }

            if (page.Count < JournalLimits.EventsPerPage)
                return false;
        }
    }
}
