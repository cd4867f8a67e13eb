using Tocsin.Journal;
using Tocsin.Json;

namespace Tocsin.Policies;

/// <summary>A timing policy as the contract shows it.</summary>
public static class PolicyViews
{
    /// <summary>The number of the code that makes the view: raised whenever it would make another one of the same state.</summary>
    public const short Code = 1;

    /// <summary>The policy.</summary>
    public static PolicyView Of(PolicyState state) => new(state.Id, state.Limits, state.Escalation, Preset: false, state.Version);

    internal static BoardEntry Board(PolicyState state) => new(
        TocsinJson.Write(Of(state)), Code, Open: true, Status: 0, Priority: 0, Station: null, DueAt: null);
}
