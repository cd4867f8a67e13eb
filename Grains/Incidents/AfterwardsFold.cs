using Tocsin.Calls;
using Tocsin.Erasing;
using Tocsin.Quality;

namespace Tocsin.Incidents;

/// <summary>What an event does to the call-backs of an incident, and an erasure to its reviews.</summary>
internal static class AfterwardsFold
{
    /// <summary>The incident with one more call-back.</summary>
    public static IncidentState Add(IncidentState state, CallBackMade e, DateTimeOffset at) => state with
    {
        CallBacks = state.CallBacks.Add(
            new CallBackView(e.N, e.Way, e.Reached, e.Satisfaction, e.About, e.Note, e.By, at, e.DirectiveId)),
    };

    /// <summary>The incident without what was erased of them.</summary>
    public static IncidentState Without(IncidentState state, Erased e) => e.Fields.Contains(ErasureField.Notes)
        ? state with
        {
            CallBacks = [.. state.CallBacks.Select(c => c with { Note = null })],
            Reviews = [.. state.Reviews.Select(ReviewFold.Without)],
        }
        : state;
}
