using Tocsin.JsonBodies;

namespace Tocsin.Incidents;

/// <summary>A report, feedback or a correction as a body gives it, perhaps with the number of its assignment.</summary>
/// <typeparam name="T">The command.</typeparam>
/// <param name="Command">The command, which means the unit's active assignment, else its latest.</param>
/// <param name="Number">The number of the assignment that it is for; null: none is named.</param>
internal sealed record NamedReport<T>(T Command, int? Number)
    where T : IncidentCommand
{
    /// <summary>The command that is sent.</summary>
    public IncidentCommand Sent => Number is { } number ? new ForAssignment(number, Command) : Command;
}

/// <summary>The field of such a body.</summary>
internal static class NamedReport
{
    /// <summary>The largest number that is read; an incident never has so many assignments.</summary>
    public const int NumberMax = 1_000_000;

    /// <summary>The number of the assignment.</summary>
    public static readonly JsonField<int> Assignment = JsonField.Optional(
        "assignment",
        new WholeNumberType(1, NumberMax),
        "The number of the assignment, `n` in `assignments`. Absent or null: the unit's active one, else its latest; for a report from "
            + "before that one was made, the newest that was made at or before it.",
        1);

    /// <summary>The number that a body gives; null: none.</summary>
    public static int? Number(FieldValues values) => values.IsGiven(Assignment) ? values.Get(Assignment) : null;
}
