namespace Tocsin.Incidents;

/// <summary>The numbers of an incident's assignments, counted from 1 in the order in which they were made.</summary>
public static class AssignmentNumbers
{
    /// <summary>The assignments with their numbers; a process or a row of an earlier version gives none.</summary>
    /// <param name="assignments">All assignments of one incident, in the order in which they were made.</param>
    public static IReadOnlyList<AssignmentView> Numbered(this IReadOnlyList<AssignmentView> assignments)
    {
        ArgumentNullException.ThrowIfNull(assignments);
        for (var i = 0; i < assignments.Count; i++)
        {
            if (assignments[i].N != i + 1)
                return [.. assignments.Select((a, place) => a with { N = place + 1 })];
        }

        return assignments;
    }
}
