using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.StreamKinds;

namespace Tocsin.Timelines;

/// <summary>What belongs to an incident, as its own events say.</summary>
/// <param name="Attached">
/// The calls that are joined to it and the directives that hang on it, each with the position at which the incident says so.
/// </param>
internal sealed record TimelineParts(IReadOnlyDictionary<StreamId, JournalPosition> Attached)
{
    /// <summary>Those of an incident.</summary>
    /// <param name="own">All events of the incident, in order.</param>
    /// <param name="kinds">Reads them; one of a kind that this process does not know is passed over.</param>
    public static TimelineParts Of(IReadOnlyList<JournalEvent> own, StreamCatalogue kinds)
    {
        var attached = new Dictionary<StreamId, JournalPosition>();
        foreach (var happened in own)
        {
            if (happened.Kind is not (nameof(CallJoined) or nameof(CallLeft) or nameof(DirectiveAttached)))
                continue;
            switch (kinds.Decode(happened.Stream, happened.Kind, happened.Line))
            {
                case CallJoined e:
                    attached[e.CallId.Stream] = happened.Position;
                    break;
                case CallLeft e:
                    attached.Remove(e.CallId.Stream);
                    break;
                case DirectiveAttached e:
                    attached[e.DirectiveId.Stream] = happened.Position;
                    break;
            }
        }

        return new TimelineParts(attached);
    }

    /// <summary>
    /// Whether an event of the incident is only the other side of one that stands in the timeline: of a directive's, or of the disposition
    /// of a call that the reader may read.
    /// </summary>
    /// <param name="happened">The event of the incident.</param>
    /// <param name="calls">The calls of which the reader sees the events.</param>
    public bool IsTwin(JournalEvent happened, IReadOnlySet<StreamId> calls) =>
        happened.Kind is nameof(DirectiveAttached) or nameof(DirectiveMoved)
        || (happened.Kind == nameof(CallJoined) && calls.Any(call => Attached.TryGetValue(call, out var at) && at == happened.Position));
}
