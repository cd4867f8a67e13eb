using Tocsin.Journal;
using Tocsin.Json;

namespace Tocsin.Stations;

/// <summary>A station as the contract shows it.</summary>
public static class StationViews
{
    /// <summary>The number of the code that makes the view: raised whenever it would make another one of the same state.</summary>
    public const short Code = 3;

    /// <summary>The station.</summary>
    public static StationView Of(StationState state) =>
        new(
            state.Id,
            state.Name,
            state.Location,
            state.AreaClass,
            StationAreas.Parse(state.Area),
            state.Version,
            state.Retired,
            state.Successor,
            state.Kind,
            state.External,
            state.MayInstruct,
            state.Phone);

    internal static BoardEntry Board(StationState state) => new(
        TocsinJson.Write(Of(state)), Code, Open: true, Status: 0, Priority: 0, state.Id.Value, DueAt: null);
}
