using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Auditing;

/// <summary>The narrow rows and the listings of the streams of one page, by stream.</summary>
internal sealed class RowBook(NarrowRows rows, IReadOnlyDictionary<string, StoredListing> listings)
{
    private readonly ILookup<StreamId, IncidentRow> _incidents = rows.Incidents.ToLookup(r => r.Id.Stream);
    private readonly ILookup<StreamId, ResponseRow> _responses = rows.Responses.ToLookup(r => r.Incident.Stream);
    private readonly ILookup<StreamId, CallRow> _calls = rows.Calls.ToLookup(r => r.Id.Stream);

    /// <summary>The listing of a stream.</summary>
    public StoredListing ListingOf(StreamId stream) => listings.GetValueOrDefault(stream.ToString(), StoredListing.None);

    /// <summary>The narrow rows of a stream.</summary>
    public NarrowRows Of(StreamId stream)
    {
        var own = new NarrowRows();
        own.Incidents.AddRange(_incidents[stream]);
        own.Responses.AddRange(_responses[stream]);
        own.Calls.AddRange(_calls[stream]);
        return own;
    }
}
