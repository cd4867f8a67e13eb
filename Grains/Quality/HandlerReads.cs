using System.Text.Json;
using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.StreamKinds;

namespace Tocsin.Quality;

/// <summary>
/// Whose work a record is, out of the events themselves: the state of a call knows only who has it now, that of an incident not who closed
/// it.
/// </summary>
internal sealed class HandlerReads(StreamCatalogue kinds, IJournal journal)
{
    /// <summary>Those of an incident: who closed it, and who had one of its calls.</summary>
    public async ValueTask<Handlers> OfAsync(IncidentState incident)
    {
        var subjects = new HashSet<string>();
        await foreach (var happened in EventsAsync(incident.Stream))
        {
            if (happened.Kind == nameof(IncidentClosed))
                subjects.Add(ActorOf(happened).Subject);
        }

        foreach (var call in incident.Calls)
            await AddAsync(subjects, call.Id);
        return new Handlers(subjects);
    }

    /// <summary>Those of a call: who answered it, and who had it since.</summary>
    public async ValueTask<Handlers> OfAsync(CallId call)
    {
        var subjects = new HashSet<string>();
        await AddAsync(subjects, call);
        return new Handlers(subjects);
    }

    private async Task AddAsync(HashSet<string> subjects, CallId call)
    {
        await foreach (var happened in EventsAsync(call.Stream))
        {
            if (happened.Kind is not (nameof(CallAnswered) or nameof(CallHanded)))
                continue;
            var subject = kinds.Decode(happened.Stream, happened.Kind, happened.Line) switch
            {
                CallAnswered { By: { } by } => by.Subject,
                CallHanded e => e.ToSubject,

                // An event of before says it by its actor, where that was no machine.
                _ => ActorOf(happened) is { Role: not Roles.Feeder } actor ? actor.Subject : null,
            };
            if (subject is not null)
                subjects.Add(subject);
        }
    }

    private async IAsyncEnumerable<JournalEvent> EventsAsync(StreamId stream)
    {
        for (var version = 0; ;)
        {
            var page = await journal.ReadStreamAsync(stream, version, JournalLimits.EventsPerPage);
            foreach (var happened in page)
                yield return happened;
            if (page.Count < JournalLimits.EventsPerPage)
                yield break;
            version = page[^1].Version;
        }
    }

    private static (string Subject, string Role) ActorOf(JournalEvent happened)
    {
        using var line = JsonDocument.Parse(happened.Line);
        var actor = line.RootElement.GetProperty("actor");
        return (actor.GetProperty("subject").GetString() ?? "", actor.GetProperty("role").GetString() ?? "");
    }
}
