using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Reading;

namespace Tocsin.Incidents;

/// <summary>What was noted on an incident and changed of it, newest first, as a trail shows it.</summary>
internal static class NotePage
{
    /// <summary>A page.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="stream">The incident.</param>
    /// <param name="newest">The stream's version.</param>
    /// <param name="before">Only those of a lower version.</param>
    /// <param name="limit">How many, 1 or more.</param>
    /// <returns>The events as JSON, and the version of the last one when there are more.</returns>
    public static async Task<(IReadOnlyList<string> Notes, int? Next)> ReadAsync(
        IJournal journal, StreamId stream, int newest, int before, int limit)
    {
        var found = new List<JournalEvent>(limit + 1);
        await foreach (var happened in NewestFirst.ReadAsync(journal, stream, newest))
        {
            if (happened.Kind is not (nameof(NoteAdded) or nameof(IncidentChanged)) || happened.Version >= before)
                continue;
            found.Add(happened);
            if (found.Count > limit)
                break;
        }

        var page = found.Take(limit).ToList();
        return ([.. page.Select(TrailPage.Event)], found.Count > limit ? page[^1].Version : null);
    }
}
