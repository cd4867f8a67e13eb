using Tocsin.Tests.Load.Replay.Reading;

namespace Tocsin.Tests.Load.Replay.Planning;

/// <summary>
/// Makes responses of rows, and finds the diversions: a unit that is sent to another incident before it is
/// available from the one it is on was taken off that one at that second.
/// </summary>
public static class ResponsePlanner
{
    /// <summary>The responses in order of dispatch, also put onto their incidents.</summary>
    public static IReadOnlyList<PlannedResponse> Plan(
        IReadOnlyList<FileRow> rows, IReadOnlyList<PlannedIncident> incidents, ICollection<NotCarried> notCarried)
    {
        ArgumentNullException.ThrowIfNull(notCarried);
        var byNumber = incidents.ToDictionary(i => i.Number);
        var responses = new List<PlannedResponse>();
        foreach (var row in rows)
        {
            if (row.Unit.Length == 0 || !byNumber.TryGetValue(row.Incident, out var incident))
                continue; // Listed where it was found.
            if (row.Times.Dispatch is { } dispatchAt)
                responses.Add(new PlannedResponse { Row = row, Incident = incident, DispatchAt = dispatchAt });
            else
            {
                notCarried.Add(new NotCarried(
                    row.Line,
                    row.Incident,
                    row.Unit,
                    Fields.Row,
                    Times(row),
                    FileCodes.NoDispatch,
                    "a response without a time of dispatch"));
            }
        }

        responses = [.. responses.OrderBy(r => r.DispatchAt).ThenBy(r => r.HeldUntil).ThenBy(r => r.Row.Line)];
        for (var i = 0; i < responses.Count; i++)
        {
            responses[i].Index = i;
            responses[i].Incident.Responses.Add(responses[i]);
        }

        foreach (var ofUnit in responses.GroupBy(r => r.Row.Unit))
            Divert(ofUnit);
        return responses;
    }

    private static void Divert(IEnumerable<PlannedResponse> ofUnit)
    {
        PlannedResponse? held = null;
        foreach (var response in ofUnit)
        {
            if (held is not null && held.HeldUntil > response.DispatchAt)
            {
                // Twice at once on one incident is no diversion: the server says what it thinks of it, and it is listed.
                if (held.Incident == response.Incident)
                    continue;
                response.TakenFrom = held;
                held.TakenBy = response;
            }

            held = response;
        }
    }

    private static string Times(FileRow row) => string.Join(
        ", ",
        new[] { (Fields.Response, row.Times.Response), (Fields.OnScene, row.Times.OnScene), (Fields.Available, row.Times.Available) }
            .Where(t => t.Item2 is not null).Select(t => $"{t.Item1} {t.Item2:u}"));
}
