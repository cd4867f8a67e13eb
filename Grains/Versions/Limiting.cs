using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Journal;

namespace Tocsin.Versions;

/// <summary>
/// Keeps a decision to what every process of the cluster reads. An event that has an older form is written in that form; one that has none
/// refuses the command, and nothing is written.
/// </summary>
internal static class Limiting
{
    /// <summary>The decision as it may be written.</summary>
    public static async ValueTask<Decision> LimitAsync(this IClusterReadables readables, Decision decision)
    {
        if (readables.ReadsAll || decision.Events.Count == 0)
            return decision;
        return Limit(decision, await readables.CommonAsync());
    }

    /// <summary>The decision as it may be written where these kinds are read.</summary>
    public static Decision Limit(Decision decision, Readables common)
    {
        List<DecidedEvent>? written = null;
        for (var i = 0; i < decision.Events.Count; i++)
        {
            var decided = decision.Events[i];
            var newest = common.NewestForm(OwnReadables.Name(decided.Stream.Kind, EventCodec.Kind(decided.Event)));
            var formed = decided.Event as IFormedEvent;
            if (newest >= (formed?.Form ?? EventFormAttribute.First))
                continue;
            if (newest == 0 || formed?.InForm(newest) is not { } older)
            {
                return Decision.Refuse(
                    RefusalCode.NotYetEverywhere,
                    "Not every running process knows this yet. It can be done once all run the newer version.");
            }

            written ??= [.. decision.Events];
            written[i] = decided with { Event = older };
        }

        return written is null ? decision : decision with { Events = written };
    }
}
