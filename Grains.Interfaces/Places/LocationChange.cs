using Tocsin.Commands;

namespace Tocsin.Places;

/// <summary>A change of a place in an event, as older programs know it.</summary>
internal static class LocationChange
{
    /// <summary>Whether one of the two says how good it is.</summary>
    public static bool IsDetailed(Change<Location?>? change) => change is { From.IsDetailed: true } or { To.IsDetailed: true };

    /// <summary>The change without how good the places are.</summary>
    public static Change<Location?>? Plain(Change<Location?>? change) =>
        change is null ? null : new Change<Location?>(change.From?.Plain(), change.To?.Plain());
}
