using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Reading;

namespace Tocsin.Timelines;

/// <summary>Reads what happened to an incident and to all that belongs to it. Stateless; its key is 0.</summary>
[Alias("tocsin.ITimelineGrain")]
public interface ITimelineGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// What happened to an incident, its calls and its directives after a position, in the order of the journal, as far as the reader may
    /// see it. A page may have fewer items than its limit although another follows.
    /// </summary>
    /// <param name="id">The incident; refused with <c>notFound</c> when there is none, with <c>notYours</c> when it is another's.</param>
    /// <param name="after">The position after which the page begins; 0 for the first.</param>
    /// <param name="limit">The most items of the page, 1 to 200.</param>
    /// <param name="reader">The person who asks.</param>
    [Alias("Read")]
    Task<ThingPage> Read(IncidentId id, JournalPosition after, int limit, Actor reader);
}
