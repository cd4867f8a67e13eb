using Tocsin.Calls;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;

namespace Tocsin.Directives;

/// <summary>
/// Which stations the directives on a call concern. A call does not say how far its directives are, so this asks for the directives.
/// </summary>
internal sealed class DirectivesOfCalls(IJournalQueries queries) : ICallInvolvement
{
    /// <summary>How many of a station's newest directives on one call are looked at: more than anybody issues.</summary>
    private const int Most = 500;

    /// <summary>
    /// Whether a directive on the call concerns the station that was not withdrawn, and is open or was within
    /// <see cref="IncidentAccess.InvolvedFor"/>.
    /// </summary>
    public async Task<bool> ConcernAsync(CallId call, string station, DateTimeOffset now)
    {
        var rows = await queries.ListAsync(new ListQuery(StreamKind.Directive, Most)
        {
            AllKeys = [DirectiveListing.Call(call.Value), DirectiveListing.Station(station)],
        });
        return rows.Where(r => !r.Row.IsDamaged)
            .Select(r => r.Row.Entry.ValueOf<DirectiveView>())
            .Any(d => d.Status != DirectiveStatus.Withdrawn && !(d.OverAt < now - IncidentAccess.InvolvedFor));
    }
}
