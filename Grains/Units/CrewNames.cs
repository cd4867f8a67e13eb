using System.Text.Json;
using Tocsin.Journal;

namespace Tocsin.Units;

/// <summary>The names of a crew are personal: the event carries keyed digests, the names themselves stand apart.</summary>
internal static class CrewNames
{
    /// <summary>What stands apart: a JSON array of strings.</summary>
    public static PersonalEntry Entry(UnitState state, IReadOnlyList<string> names) =>
        new(state.Stream, JsonSerializer.Serialize([.. names], UnitSnapshotJson.Context.StringArray));
}
