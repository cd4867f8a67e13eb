using Tocsin.Identity;

namespace Tocsin.Journal.Damage;

/// <summary>What of the events that were read may be handed on.</summary>
internal static class StreamEvents
{
    /// <summary>Events of one stream: all of them, without a gap, and none damaged.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="after">The version after which they begin.</param>
    /// <param name="events">The events.</param>
    /// <param name="damage">Is told.</param>
    /// <exception cref="DamagedException">One is damaged, or missing.</exception>
    public static IReadOnlyList<JournalEvent> Whole(StreamId stream, int after, IReadOnlyList<JournalEvent> events, DamageLog damage)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].IsDamaged)
                throw DamagedException.OfLine(stream, events[i].Position);
            if (events[i].Version == after + 1 + i)
                continue;
            damage.Line(stream, events[i].Position);
            throw DamagedException.OfGap(stream, after + 1 + i);
        }

        return events;
    }

    /// <summary>
    /// Events of all streams: what stands for a damaged one stays if it is where the next one belongs. Elsewhere its position is the
    /// damaged part, and whoever goes on behind it would miss what comes meanwhile.
    /// </summary>
    /// <param name="after">The position after which they begin.</param>
    /// <param name="events">The events.</param>
    public static IReadOnlyList<JournalEvent> Placed(JournalPosition after, IReadOnlyList<JournalEvent> events)
    {
        if (!events.Any(e => e.IsDamaged))
            return events;
        var placed = new List<JournalEvent>(events.Count);
        foreach (var happened in events)
        {
            var last = placed.Count > 0 ? placed[^1].Position : after;
            if (!happened.IsDamaged || happened.Position.Value == last.Value + 1)
                placed.Add(happened);
        }

        return placed;
    }
}
