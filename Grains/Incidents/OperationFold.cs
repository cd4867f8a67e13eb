namespace Tocsin.Incidents;

/// <summary>What an event does to the operation of an incident.</summary>
internal static class OperationFold
{
    /// <summary>One was opened: it is the newest.</summary>
    public static IncidentState Open(IncidentState state, OperationOpened happened, DateTimeOffset at) => state with
    {
        Operation = new OperationView(
            happened.Purpose, happened.Lead, [.. happened.Bodies], at, happened.By, null, null, new Dictionary<string, double>(), null),
        Tasks = [.. happened.Tasks],
    };

    /// <summary>Bodies joined, or left.</summary>
    public static IncidentState Change(IncidentState state, OperationChanged happened) => state with
    {
        Operation = state.Operation is { } operation
            ? operation with { Bodies = [.. operation.Bodies.Except(happened.Removed).Union(happened.Added)] }
            : null,
    };

    /// <summary>It was closed.</summary>
    public static IncidentState Close(IncidentState state, OperationClosed happened, DateTimeOffset at) => state with
    {
        Operation = state.Operation is { } operation
            ? operation with
            {
                ClosedAt = at,
                Outcome = happened.Outcome,
                Results = new Dictionary<string, double>(happened.Results),
                Note = happened.Note,
            }
            : null,
    };

    /// <summary>The operation without what somebody wrote.</summary>
    public static OperationView? Erased(OperationView? operation) =>
        operation is null ? null : operation with { Purpose = null, Note = null };
}
