using Tocsin.Deciding;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Erasing;

namespace Tocsin.Streams;

/// <summary>
/// Texts that were written before they could be erased stand in plain text in their lines, where destroying a key erases nothing. They are
/// enciphered in place before the erasure is appended. That alone changes nothing that anybody reads; so it may be done in vain, or twice.
/// </summary>
internal static class PlainTexts
{
    /// <summary>
    /// Enciphers what a decision erases and a stream has in plain text. It reads the whole of each stream of which something is erased.
    /// Every process of the cluster reads the result: otherwise the erasure itself would have been refused.
    /// </summary>
    /// <param name="host">The silo.</param>
    /// <param name="states">The states that it was decided on. What is appended behind them conflicts with the erasure.</param>
    /// <param name="decision">The decision.</param>
    /// <returns>False: a stream has another key than its state says, so the command must be decided again.</returns>
    public static async ValueTask<bool> EncipherAsync(StreamHost host, StateSet states, Decision decision)
    {
        foreach (var decided in decision.Events)
        {
            if (decided.Event is IErasingEvent erasing
                && !await EncipherAsync(host, decided.Stream, states.All[decided.Stream], [.. erasing.Fields]))
            {
                return false;
            }
        }

        return true;
    }

    private static async ValueTask<bool> EncipherAsync(
        StreamHost host, StreamId stream, IStreamState state, IReadOnlyCollection<ErasureField> fields)
    {
        var erasable = host.Kinds.Of(stream).Events.Erasable;
        StreamKey? key = null;
        for (var version = 0; ;)
        {
            var page = await host.Journal.ReadStreamAsync(stream, version, JournalLimits.EventsPerPage);
            var lines = new List<EncipheredLine>();
            foreach (var happened in page)
            {
                version = happened.Version;
                if (!erasable.TryGetValue(happened.Kind, out var members) || !Ciphers.IsPlain(happened.Hashed, members, fields))
                    continue;
                key ??= await host.KeyAsync(stream, state) ?? StreamKey.New(state.Erasures);
                if (key.Generation != state.Erasures)
                    return false;
                lines.Add(new EncipheredLine(happened.Position, Ciphers.EncipherLine(happened.Hashed, members, stream, key)));
            }

            if (lines.Count > 0 && !await host.Journal.EncipherAsync(stream, key!.Text, lines))
            {
                host.StreamKeys.Forget(stream);
                return false;
            }

            if (page.Count < JournalLimits.EventsPerPage)
                return true;
        }
    }
}
