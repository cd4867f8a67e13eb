using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Reading;
using Tocsin.StreamKinds;

namespace Tocsin.Messages;

/// <summary>
/// The messages of one stream, newest first, out of its events: read backwards, because readings stand behind what they have read.
/// </summary>
internal static class MessagePage
{
    /// <summary>A page.</summary>
    /// <param name="kinds">Reads the events.</param>
    /// <param name="journal">The journal.</param>
    /// <param name="stream">A unit or an incident.</param>
    /// <param name="newest">The stream's version.</param>
    /// <param name="before">Only those of a lower version.</param>
    /// <param name="limit">How many.</param>
    public static async Task<(IReadOnlyList<MessageView> Messages, int? Next)> ReadAsync(
        StreamCatalogue kinds, IJournal journal, StreamId stream, int newest, int before, int limit)
    {
        var found = new List<(int Version, MessageView Message)>(limit + 1);
        var readings = new Dictionary<MessageId, List<ReadingView>>();
        await foreach (var happened in NewestFirst.ReadAsync(journal, stream, newest))
        {
            if (happened.Kind is not (nameof(Units.MessageSent) or nameof(Units.MessageRead)))
                continue;
            var known = kinds.Decode(stream, happened.Kind, happened.Line);
            if (Reading(known) is var (read, by))
                Add(readings, read, new ReadingView(by.Subject, by.Role, by.UnitId, by.Station, happened.OccurredAt));
            else if (happened.Version < before)
                found.Add((happened.Version, Message(stream, known, happened, readings)));
            if (found.Count > limit)
                return ([.. found.Take(limit).Select(f => f.Message)], found[limit - 1].Version);
        }

        return ([.. found.Select(f => f.Message)], null);
    }

    private static (MessageId Id, Correspondent By)? Reading(object happened) => happened switch
    {
        Units.MessageRead e => (e.MessageId, e.By),
        Incidents.MessageRead e => (e.MessageId, e.By),
        _ => null,
    };

    private static MessageView Message(
        StreamId stream, object happened, JournalEvent stored, Dictionary<MessageId, List<ReadingView>> readings)
    {
        var message = happened switch
        {
            Units.MessageSent e => new MessageView(
                e.MessageId, e.Text, e.From, e.To, stored.OccurredAt, e.IncidentId, null, [], stored.RecordedAt),
            Incidents.MessageSent e => new MessageView(
                e.MessageId, e.Text, e.From, MessageTo.All, stored.OccurredAt, IncidentId.Of(stream.Id), null, [], stored.RecordedAt),
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "No message."),
        };
        if (!readings.TryGetValue(message.Id, out var read))
            return message;
        read.Reverse();
        return message with { ReadAt = read[0].At, ReadBy = read };
    }

    private static void Add(Dictionary<MessageId, List<ReadingView>> readings, MessageId id, ReadingView reading)
    {
        if (!readings.TryGetValue(id, out var all))
            readings.Add(id, all = []);
        all.Add(reading);
    }
}
