using System.Text.Json;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Projections;
using Tocsin.Reports;

namespace Tocsin.Incidents;

/// <summary>The results that were given as feedback, an incident a row; none for exercises.</summary>
internal static class IncidentResults
{
    /// <summary>The projection.</summary>
    public static Projection Projection { get; } = new(
        SummaryResults.Projection, Code: 1, StreamKind.Incident, [nameof(FeedbackGiven), nameof(IncidentChanged)], Row);

    private static ProjectedRow? Row(BoardRow row)
    {
        var view = row.Entry.ValueOf<IncidentView>();
        if (view.Exercise || view.Feedback.All(f => f.Results.Count == 0))
            return null;
        var given = new ResultsView([.. view.Feedback.Select(f => new ResultsView.Given(f.Results.ToDictionary()))]);
        return new ProjectedRow(view.ReceivedAt, view.Station, JsonSerializer.Serialize(given, ReportJsonContext.Default.ResultsView));
    }
}
