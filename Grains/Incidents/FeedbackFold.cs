namespace Tocsin.Incidents;

/// <summary>What an event does to the feedback of an incident.</summary>
internal static class FeedbackFold
{
    /// <summary>Feedback was given: the first sets the assignment's time.</summary>
    public static IncidentState Add(IncidentState state, FeedbackGiven happened, DateTimeOffset at)
    {
        var place = happened.UnitId is { } unit ? state.AssignmentOf(unit, happened.Assignment) : -1;
        var results = new Dictionary<string, double>(happened.Results);
        var given = new GivenFeedback(
            new FeedbackView(happened.UnitId, happened.Outcome, happened.Narrative, results, at, happened.Station),
            place,
            EpisodeOf(state, place, at))
        {
            By = happened.By,
        };
        var after = state with { Feedback = state.Feedback.Add(given) };
        return place >= 0 && state.Assignments[place] is { FeedbackAt: null } first
            ? after with { Assignments = state.Assignments.SetItem(place, first with { FeedbackAt = at }) }
            : after;
    }

    /// <summary>Its time was put right, or a wrong press taken away: then nothing that the assignment reported stands.</summary>
    public static IncidentState Correct(IncidentState state, StageCorrected happened)
    {
        var place = state.AssignmentOf(happened.UnitId, happened.Assignment);
        if (place < 0)
            return state;
        if (happened.To is not { } to)
            return state with { Feedback = state.Feedback.RemoveAll(f => f.Assignment == place) };
        for (var i = 0; i < state.Feedback.Length; i++)
        {
            if (state.Feedback[i] is { } f && f.Assignment == place && f.View.OccurredAt == happened.From)
                return state with { Feedback = state.Feedback.SetItem(i, f with { View = f.View with { OccurredAt = to } }) };
        }

        return state;
    }

    // A unit of an earlier episode may still report: what it saw before the reopening says nothing about what is to be done now. Nor does
    // what was settled before it.
    private static int EpisodeOf(IncidentState state, int place, DateTimeOffset at) =>
        place >= state.EpisodeFirst || at >= state.EpisodeAt || state.Episode == 1 ? state.Episode : state.Episode - 1;
}
